package read

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"zhibiao/private"
)

// cjkFont is WenQuanYi Micro Hei (Apache-2.0, or GPL-3 with font exception;
// see NOTICE). Without it pdfium silently loses the text of files that do not
// embed their Chinese font.
//
//go:embed data/wqy-microhei.ttc.zst
var cjkFont []byte

// pdfWorkers is how many PDFs are read at once: each costs 50 MB and more.
const pdfWorkers = 2

// pdfMemory bounds one worker's memory, in WebAssembly pages of 64 KB. A
// report of 160 pages with 200 tables takes a tenth of it.
const pdfMemory = 3072

// pdfEngine is the PDF library, started when the first PDF comes.
type pdfEngine struct {
	mu   sync.Mutex
	pool pdfium.Pool
}

var thePDFEngine pdfEngine

// start compiles the library once in a process; cacheDir keeps the result.
func (e *pdfEngine) start(cacheDir string) (pdfium.Pool, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool != nil {
		return e.pool, nil
	}
	font, err := unpackFont()
	if err != nil {
		return nil, err
	}
	pool, err := startCached(font, cacheDir)
	if err != nil {
		return nil, err
	}
	e.pool = pool
	return pool, nil
}

// End gives back what the PDF library holds on to, 35 MB, until the next PDF comes. No
// file is read meanwhile.
func End() {
	thePDFEngine.mu.Lock()
	defer thePDFEngine.mu.Unlock()
	if pool := thePDFEngine.pool; pool != nil {
		thePDFMemory.end(pool.Close)()
		thePDFEngine.pool = nil
	}
}

// startCached starts the library from what cacheDir keeps of it. A cache that is
// damaged is cleared and made anew; where that does not help, as on a full disk,
// or where another user may have written it, the library does without.
func startCached(font []byte, cacheDir string) (pdfium.Pool, error) {
	if cacheDir == "" {
		return startPDF(font, nil)
	}
	dir := filepath.Join(cacheDir, "pdf")
	for range 2 {
		if private.Tree(dir) != nil {
			break
		}
		cache, err := wazero.NewCompilationCacheWithDir(dir)
		if err != nil {
			break
		}
		if pool, err := startPDF(font, cache); err == nil {
			return pool, nil
		}
		_ = cache.Close(context.Background())
		if os.RemoveAll(dir) != nil {
			break
		}
	}
	return startPDF(font, nil)
}

// startPDF compiles the library, or takes it from a cache, which may be nil.
func startPDF(font []byte, cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfMemory).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context: experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(newPDFLinear)),
		MaxIdle: pdfWorkers, MaxTotal: pdfWorkers,
		RuntimeConfig: config,
		// An explicit file system: the default would mount the whole disk.
		FSConfig: wazero.NewFSConfig().WithFSMount(fontFS{font}, "/"),
		Stdout:   io.Discard, Stderr: io.Discard,
	})
}

func unpackFont() ([]byte, error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	font, err := d.DecodeAll(cjkFont, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack the font: %w", err)
	}
	return font, nil
}

const fontPath = "usr/share/fonts/wqy-microhei.ttc"

// fontFS is a file system that holds one font and nothing else.
type fontFS struct{ font []byte }

func (f fontFS) Open(name string) (fs.File, error) {
	switch {
	case name == fontPath:
		return &fontFile{Reader: bytes.NewReader(f.font), info: fontInfo{name: "wqy-microhei.ttc", size: int64(len(f.font))}}, nil
	case name == "." || strings.HasPrefix(fontPath, name+"/"):
		rest := strings.TrimPrefix(strings.TrimPrefix(fontPath, name), "/")
		if name == "." {
			rest = fontPath
		}
		child, _, isDir := strings.Cut(rest, "/")
		info := fontInfo{name: child, dir: isDir}
		if !isDir {
			info.size = int64(len(f.font))
		}
		return &fontDir{info: fontInfo{name: name, dir: true}, child: []fs.DirEntry{fs.FileInfoToDirEntry(info)}}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

type fontInfo struct {
	name string
	size int64
	dir  bool
}

func (i fontInfo) Name() string       { return i.name }
func (i fontInfo) Size() int64        { return i.size }
func (i fontInfo) ModTime() time.Time { return time.Time{} }
func (i fontInfo) IsDir() bool        { return i.dir }
func (i fontInfo) Sys() any           { return nil }
func (i fontInfo) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type fontFile struct {
	*bytes.Reader
	info fontInfo
}

func (f *fontFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *fontFile) Close() error               { return nil }

type fontDir struct {
	info  fontInfo
	child []fs.DirEntry
}

func (d *fontDir) Stat() (fs.FileInfo, error) { return d.info, nil }
func (d *fontDir) Close() error               { return nil }
func (d *fontDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.info.name, Err: fs.ErrInvalid}
}

func (d *fontDir) ReadDir(n int) ([]fs.DirEntry, error) {
	c := d.child
	d.child = nil
	if n > 0 && len(c) == 0 {
		return nil, io.EOF
	}
	return c, nil
}
