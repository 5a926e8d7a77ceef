package jieba

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"

	"zhibiao/private"
)

//go:embed dict/*.zst
var packed embed.FS

// The two large dictionaries as they are in the binary. sum is the SHA-256 of
// the unpacked file; a test holds it against the packed one.
var dictFiles = []dictFile{
	{"jieba.dict.utf8", "3043b77068e09c9904f27cad82f12b6ebe9dbdb5aeff3b25e45ab7f9c1122b55"},
	{"hmm_model.utf8", "f17790586ac86dd048c8adffed052c4bd2b28ed0682972c1275e59040c0589a7"},
}

type dictFile struct{ name, sum string }

// paths are the five files that gojieba wants.
type paths struct{ dict, hmm, user, idf, stop string }

// Stand-ins for files that Tag has no use for. The real IDF file is larger
// than the dictionary and takes a third of the loading time.
const (
	idfStandIn  = "的 1.0\n"
	stopStandIn = "的\n"
)

// unpack makes sure that every dictionary lies whole in dir, and returns
// where. A folder or file there that another user may have written is refused:
// what the dictionaries say is believed. userDict is the content of the user dictionary, which depends on the
// lexicon and is named by its hash.
func unpack(dir string, userDict func(base []byte) ([]byte, error), userKey string) (p paths, err error) {
	if strings.ContainsAny(dir, "|;\x00") {
		return p, fmt.Errorf("folder %q: cppjieba takes | and ; for separators", dir)
	}
	if err := private.Dir(dir); err != nil {
		return p, err
	}
	place := func(name, sum string, content func() ([]byte, error)) (string, error) {
		path := filepath.Join(dir, sum[:16]+"-"+name)
		if private.Holds(path, sum) {
			return path, nil
		}
		b, err := content()
		if err != nil {
			return "", err
		}
		if sha(b) != sum {
			return "", fmt.Errorf("dictionary %s: wrong content", name)
		}
		return path, writeWhole(path, b)
	}
	base := func() ([]byte, error) { return packedFile(dictFiles[0].name) }
	if p.dict, err = place(dictFiles[0].name, dictFiles[0].sum, base); err != nil {
		return p, err
	}
	hmm := func() ([]byte, error) { return packedFile(dictFiles[1].name) }
	if p.hmm, err = place(dictFiles[1].name, dictFiles[1].sum, hmm); err != nil {
		return p, err
	}
	for _, s := range []struct {
		to            *string
		name, content string
	}{{&p.idf, "idf.utf8", idfStandIn}, {&p.stop, "stop.utf8", stopStandIn}} {
		b := []byte(s.content)
		if *s.to, err = place(s.name, sha(b), func() ([]byte, error) { return b, nil }); err != nil {
			return p, err
		}
	}
	p.user, err = placeUser(dir, userKey, p.dict, userDict)
	return p, err
}

// placeUser writes the user dictionary under the hash of what it is made
// from. Its last line holds the hash of what stands before it, so that a
// damaged file is noticed; to cppjieba that line is one more word.
func placeUser(dir, key, dict string, content func(base []byte) ([]byte, error)) (string, error) {
	path := filepath.Join(dir, key[:16]+"-user.utf8")
	if b, err := private.ReadFile(path); err == nil {
		if i := bytes.LastIndexByte(b, '\n'); i >= 0 && string(b[i+1:]) == sha(b[:i+1])+" x" {
			return path, nil
		}
	}
	base, err := private.ReadFile(dict)
	if err != nil {
		return "", err
	}
	b, err := content(base)
	if err != nil {
		return "", err
	}
	return path, writeWhole(path, append(b, sha(b)+" x"...))
}

// packedFile unpacks one embedded dictionary.
func packedFile(name string) ([]byte, error) {
	z, err := packed.ReadFile("dict/" + name + ".zst")
	if err != nil {
		return nil, err
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer dec.Close()
	return dec.DecodeAll(z, nil)
}

// writeWhole writes a file that is there whole or not at all.
func writeWhole(path string, b []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".tmp-*")
	if err != nil {
		return err
	}
	_, werr := f.Write(b)
	if err := errors.Join(werr, f.Chmod(0o644), f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return os.Rename(f.Name(), path)
}

func sha(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}
