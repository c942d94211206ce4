package meshadvisor.simulate.run;

import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import meshadvisor.simulate.run.Chance.About;

/** Simulates one surge. The same setting gives the same course. */
public final class Simulation {

    private static final long MINUTE = 60_000;

    final Plant plant;
    final Agenda agenda = new Agenda();
    private final int minutes;
    private final Meter meter;
    private final Scheduler scheduler;
    private final ControlPlane control;
    private final Kubelet kubelet;
    private final Traffic traffic;
    private final Autoscaler autoscaler;
    private final Rollout rollout;

    Simulation(Setting setting) {
        Draw draw = setting.draw();
        this.plant = Building.plant(setting);
        this.minutes = setting.minutes();
        this.meter = new Meter(minutes);
        this.scheduler = new Scheduler(plant, agenda);
        this.control = new ControlPlane(plant, draw, agenda, meter);
        Deaths deaths = new Deaths(plant, agenda, scheduler, control, meter);
        this.kubelet = new Kubelet(plant, agenda, deaths, meter);
        this.traffic = new Traffic(plant, setting, agenda, meter);
        Autoscaler.Works works = new Autoscaler.Works(scheduler, deaths, control);
        this.autoscaler = new Autoscaler(plant, agenda, works, draw.get(Input.HPA_BEFORE));
        this.rollout = new Rollout(plant, agenda, works);
        begin(draw);
    }

    private void begin(Draw draw) {
        agenda.in(0, new Event.Traffic());
        plant.nodes().forEach(
                node -> agenda.in((long) (plant.chance().share(About.PHASE, node.id) * Kubelet.INTERVAL), new Event.Kubelet(node)));
        agenda.in(Autoscaler.INTERVAL, new Event.Autoscale());
        if (draw.get(Input.LEAVE) > 0) {
            agenda.in(Math.round(draw.get(Input.LEAVE_MINUTE) * MINUTE), new Event.Leave());
        }
    }

    /** Simulates it from the beginning to the end. */
    public static Course of(Setting setting) {
        int pods = setting.premises().pods();
        Simulation simulation = new Simulation(setting);
        while (simulation.more()) {
            simulation.step();
        }
        return simulation.meter.course(pods, simulation.plant);
    }

    /** Whether a cascade follows; looks no further than it has to. */
    public static boolean cascades(Setting setting) {
        int pods = setting.premises().pods();
        Simulation simulation = new Simulation(setting);
        int nodes = simulation.plant.nodes().size();
        while (simulation.more() && !simulation.meter.decided(simulation.agenda.now(), pods, nodes)) {
            simulation.step();
        }
        return simulation.meter.course(pods, simulation.plant).cascade();
    }

    boolean more() {
        return agenda.before(minutes * MINUTE);
    }

    /** The next event. */
    void step() {
        switch (agenda.next()) {
            case Event.Traffic look -> traffic.look();
            case Event.Kubelet(Node node) -> kubelet.look(node);
            case Event.Place(Pod pod) -> scheduler.place(pod);
            case Event.Started(Pod pod, int life) -> started(pod, life);
            case Event.Debounce look -> control.debounce();
            case Event.Pushed all -> control.pushed();
            case Event.Autoscale look -> autoscaler.look();
            case Event.Leave now -> rollout.begin();
            case Event.Rollout next -> rollout.step();
        }
    }

    private void started(Pod pod, int life) {
        if (pod.state == Pod.State.STARTING && pod.life == life) {
            pod.state = Pod.State.READY;
            pod.app = Math.max(pod.app, pod.appIdle);
            pod.proxy = pod.proxied ? Math.max(pod.proxy, plant.rates().idle()) : 0;
            pod.crowd.ready++;
            control.changed(pod.crowd);
        }
    }
}
