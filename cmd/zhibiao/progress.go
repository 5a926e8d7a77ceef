package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"zhibiao/message"
)

// progress draws one line about how far a run is, on a terminal only.
type progress struct {
	w        io.Writer // nil: silent
	language message.Language
	total    int
	started  time.Time
	lastDraw time.Time
}

func newProgress(s streams, total int, quiet bool) *progress {
	p := &progress{total: total, started: time.Now(), language: s.language}
	if !quiet && isTerminal(s.err) {
		p.w = s.err
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
	line := message.New("progress.files", done, p.total).In(p.language)
	if seconds := time.Since(p.started).Seconds(); done > 0 && seconds > 1 {
		rate := float64(done) / seconds
		left := time.Duration(float64(p.total-done) / rate * float64(time.Second)).Round(time.Second)
		line += message.New("progress.left", rate, left).In(p.language)
	}
	_, _ = fmt.Fprintf(p.w, "\r\x1b[K%s", line)
}

// clear removes the line.
func (p *progress) clear() {
	if p.w != nil && !p.lastDraw.IsZero() {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
	}
}
