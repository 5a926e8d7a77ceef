package main

import (
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// BenchmarkStart runs the program over one report, and a process that loads
// Jieba's dictionaries alone as gojieba does by itself, in turn, and reports
// what each takes, medians of nine times b.N runs.
func BenchmarkStart(b *testing.B) {
	dir := b.TempDir()
	b.Setenv("XDG_CACHE_HOME", dir)
	program, loader := filepath.Join(dir, "bin", "zhibiao"), filepath.Join(dir, "bin", "dictionaries") // beside the cache folder zhibiao
	for _, args := range [][]string{{"-pgo=cpu.pgo", "-o", program, "."}, {"-o", loader, "../../tools/dictionaries"}} {
		if out, err := exec.Command("go", append([]string{"build", "-trimpath"}, args...)...).CombinedOutput(); err != nil { //nolint:gosec // the project's own programs
			b.Fatalf("%v\n%s", err, out)
		}
	}
	extract := []string{program, "extract", sampleReport, "--force", "-q", "-o", filepath.Join(dir, "out")}
	one := func(args []string) (clock, cpu float64) {
		cmd := exec.Command(args[0], args[1:]...) //nolint:gosec // as above
		start := time.Now()
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		return time.Since(start).Seconds(), (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	}
	one(extract) // unpacks the dictionaries
	load := []string{loader}
	for _, name := range []string{"jieba.dict", "hmm_model", "user", "idf", "stop"} {
		found, err := filepath.Glob(filepath.Join(dir, "zhibiao", "jieba", "*-"+name+".utf8"))
		if err != nil || len(found) != 1 {
			b.Fatalf("%s: %v %v", name, found, err)
		}
		load = append(load, found[0])
	}
	var clocks, cpus [2][]float64
	for b.Loop() {
		for range 9 {
			for i, args := range [][]string{extract, load} {
				clock, cpu := one(args)
				clocks[i], cpus[i] = append(clocks[i], clock), append(cpus[i], cpu)
			}
		}
	}
	for i, what := range []string{"report", "dictionaries"} {
		b.ReportMetric(median(clocks[i]), "s-"+what)
		b.ReportMetric(median(cpus[i]), "cpu-s-"+what)
	}
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}
