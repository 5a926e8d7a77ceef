// Command zhibiao reads Chinese government work reports and writes what they
// quantify as Parquet.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"zhibiao/message"
)

// version is set by the linker.
var version = "dev"

// Exit codes.
const (
	exitOK          = 0
	exitFatal       = 1
	exitUsage       = 2
	exitRejected    = 3
	exitInterrupted = 130
)

func main() {
	tuneMemory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() { // a second Ctrl-C ends the program at once
		<-ctx.Done()
		stop()
	}()
	besideMainThread(func() {
		os.Exit(run(ctx, streams{in: os.Stdin, out: os.Stdout, err: os.Stderr}, os.Args[1:]))
	})
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	language message.Language // of what is told; files do not depend on it
}

// run carries out a command line and maps its error to an exit code.
func run(ctx context.Context, io streams, args []string) int {
	io = io.withLanguage(args)
	out := &sure{w: io.out}
	if io.out != nil {
		io.out = out
	}
	root := newRoot(io)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil && out.err != nil {
		err = message.Errorf("error.output", out.err)
	}
	if err == nil {
		return exitOK
	}
	code := exitFatal
	var usage *usageError
	switch {
	case errors.As(err, &usage):
		code = exitUsage
	case errors.Is(err, errRejected):
		code = exitRejected
	case errors.Is(err, errInterrupted), errors.Is(err, context.Canceled):
		code = exitInterrupted
	}
	if text := explain(err, io.language); text != "" {
		_, _ = fmt.Fprintln(io.err, "zhibiao: "+text)
	}
	if code == exitUsage {
		io.tell(io.err, "usage.see_help")
	}
	return code
}
