package meshadvisor.load;

import java.util.List;
import meshadvisor.load.agent.Drives.Moment;

/** Hears how a drive goes. */
interface Course {

    /** Nobody wants to know. */
    Course UNHEARD = new Course() {
        @Override
        public void measuring() {}

        @Override
        public void driven(List<Moment> phases) {}
    };

    /** The measured part begins now. */
    void measuring();

    /** All is driven, or was ended early; these phases were. */
    void driven(List<Moment> phases);
}
