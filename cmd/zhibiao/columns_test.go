package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// TestOneColumnIsLittle: whoever asks the facts for one indicator and one
// column reads these two columns, and they are at most a twentieth of the facts'
// bytes. The footers come on top: 7 KB a year.
func TestOneColumnIsLittle(t *testing.T) {
	out := t.TempDir()
	if code := run(context.Background(), streams{out: io.Discard, err: io.Discard}, []string{"extract", "../../testdata/reports", "-q", "-o", out}); code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	files, err := filepath.Glob(filepath.Join(out, "facts", "*.parquet"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no facts: %v", err)
	}
	var all, asked int64
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		info, err := f.Stat()
		if err != nil {
			t.Fatal(err)
		}
		p, err := parquet.OpenFile(f, info.Size())
		if err != nil {
			t.Fatal(err)
		}
		all += info.Size()
		for _, g := range p.Metadata().RowGroups {
			for _, c := range g.Columns {
				switch strings.Join(c.MetaData.PathInSchema, ".") {
				case "indicator", "value":
					asked += c.MetaData.TotalCompressedSize
				}
			}
		}
		_ = f.Close()
	}
	if asked == 0 || asked*20 > all {
		t.Errorf("indicator and value take %d of %d bytes", asked, all)
	}
}
