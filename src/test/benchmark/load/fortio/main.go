// Open-loop HTTP load by fortio's library, because its program does not install from the module registry. Prints fortio's result as JSON.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"fortio.org/fortio/fhttp"
	"fortio.org/fortio/periodic"
	"fortio.org/log"
)

func main() {
	rate := flag.Float64("qps", 1000, "requests per second")
	connections := flag.Int("c", 32, "connections")
	duration := flag.Duration("t", 10*time.Second, "duration")
	uniform := flag.Bool("uniform", true, "stagger the connections")
	noCatchUp := flag.Bool("nocatchup", false, "do not send what a slow server delayed")
	resolution := flag.Float64("r", 0.00001, "seconds of the finest histogram bucket")
	flag.Parse()
	log.SetLogLevelQuiet(log.Error)
	options := fhttp.HTTPRunnerOptions{
		RunnerOptions: periodic.RunnerOptions{
			QPS: *rate, NumThreads: *connections, Duration: *duration, Resolution: *resolution,
			Uniform: *uniform, NoCatchUp: *noCatchUp, Percentiles: []float64{50, 90, 99, 99.9}, Out: io.Discard,
		},
	}
	options.Init(flag.Arg(0))
	result, err := fhttp.RunHTTPTest(&options)
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(result)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
