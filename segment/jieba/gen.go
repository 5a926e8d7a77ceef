//go:build ignore

// gen packs the dictionaries of the pinned gojieba into dict/.
package main

import (
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

func main() {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	if err != nil {
		log.Fatal(err)
	}
	from := filepath.Join(strings.TrimSpace(string(out)), "deps/cppjieba/dict")
	for _, name := range []string{"jieba.dict.utf8", "hmm_model.utf8", "user.dict.utf8"} {
		b, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			log.Fatal(err)
		}
		enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("dict", name+".zst"), enc.EncodeAll(b, nil), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
