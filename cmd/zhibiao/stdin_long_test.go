package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"zhibiao/dataset"
)

// longInput yields head, then n reports as rows of text of which a column that
// nobody reads makes up the bulk. It holds one row at a time.
type longInput struct {
	head  string
	row   func(i int) string
	n, at int
	bytes int64
	rest  strings.Reader
}

func (in *longInput) Read(p []byte) (int, error) {
	if in.rest.Len() == 0 {
		switch {
		case in.head != "":
			in.rest.Reset(in.head)
			in.head = ""
		case in.at == in.n:
			return 0, io.EOF
		default:
			in.rest.Reset(in.row(in.at))
			in.at++
		}
	}
	n, err := in.rest.Read(p)
	in.bytes += int64(n)
	return n, err
}

// TestStandardInputPastAGigabyte: more than 1 GiB of JSON lines and of CSV comes
// in on standard input; every report in it is read, and memory does not grow
// with it.
func TestStandardInputPastAGigabyte(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 1.1 GB to disk twice")
	}
	const n = 300
	pad := strings.Repeat("x", 1<<30/n+100)
	text := func(i int) string {
		return fmt.Sprintf("政府工作报告　过去一年，全区新建农村公路%d公里，新增养老床位200张，完成造林500亩。", i+1)
	}
	for format, in := range map[string]*longInput{
		"jsonl": {n: n, row: func(i int) string {
			return fmt.Sprintf(`{"pad":"%s","text":"%s","region":"静安区","year":%d}`+"\n", pad, text(i), 1700+i)
		}},
		"csv": {n: n, head: "pad,text,region,year\n", row: func(i int) string {
			return fmt.Sprintf("%s,\"%s\",静安区,%d\n", pad, text(i), 1700+i)
		}},
	} {
		t.Run(format, func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("TMPDIR", dir)
			out := filepath.Join(dir, "out")
			peak := watchHeap(t)
			var printed bytes.Buffer
			if code := run(context.Background(), streams{in: in, out: &printed, err: &printed}, []string{"extract", "-", "-o", out, "--quiet"}); code != exitOK {
				t.Errorf("exit code %d: %s", code, &printed)
			}
			if in.bytes <= 1<<30 {
				t.Fatalf("only %d bytes came in", in.bytes)
			}
			if most := peak(); most > 250<<20 {
				t.Errorf("the heap grew to %d MB", most>>20)
			}
			rows, err := dataset.ReadFiles(out)
			if err != nil {
				t.Fatal(err)
			}
			read := 0
			for _, row := range rows {
				if row.Status == "read" && row.Facts == 3 {
					read++
				}
			}
			if read != n || len(rows) != n {
				t.Errorf("%d reports came in, %d were read with their facts, %d lines in files.csv", n, read, len(rows))
			}
			left, err := filepath.Glob(filepath.Join(dir, "*", ".zhibiao-tmp*"))
			if err != nil || len(left) > 0 {
				t.Errorf("left over: %v %v", left, err)
			}
		})
	}
}

// watchHeap looks every 20 ms how much memory Go has in use, until the function
// that it returns is called, which says the most.
func watchHeap(t *testing.T) (most func() uint64) {
	t.Helper()
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		var top uint64
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			top = max(top, m.HeapInuse)
			select {
			case <-stop:
				done <- top
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { close(stop); return <-done }
}
