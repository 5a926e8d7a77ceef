package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// progress draws one line about how far a run is, on a terminal only.
type progress struct {
	w        io.Writer // nil: silent
	total    int
	started  time.Time
	lastDraw time.Time
}

func newProgress(w io.Writer, total int, quiet bool) *progress {
	p := &progress{total: total, started: time.Now()}
	if !quiet && isTerminal(w) {
		p.w = w
	}
	return p
}

// isTerminal says whether somebody watches what is written to w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// at redraws the line, at most ten times a second.
func (p *progress) at(done int) {
	if p.w == nil || time.Since(p.lastDraw) < 100*time.Millisecond {
		return
	}
	p.lastDraw = time.Now()
	line := fmt.Sprintf("%d of %d files", done, p.total)
	if seconds := time.Since(p.started).Seconds(); done > 0 && seconds > 1 {
		rate := float64(done) / seconds
		left := time.Duration(float64(p.total-done) / rate * float64(time.Second)).Round(time.Second)
		line += fmt.Sprintf(", %.1f a second, %s left", rate, left)
	}
	_, _ = fmt.Fprintf(p.w, "\r\x1b[K%s", line)
}

// clear removes the line.
func (p *progress) clear() {
	if p.w != nil && !p.lastDraw.IsZero() {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
	}
}
