package read

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"zhibiao/report"
)

// Bounds of an archive. Text packs 4 to 10 times; only what is made to
// explode packs 200 times.
const (
	maxRatio   = 200
	ratioFree  = 4 << 20 // members smaller than this may pack as they like
	maxMembers = 200000
)

// readZIP reads the members of an archive, each as a file of its own. Names
// are used in messages only; nothing is written to disk.
func readZIP(ctx context.Context, f *file, out emit) {
	if f.member {
		out(report.Raw{}, f.fail("open", "is an archive inside an archive", unpackIt))
		return
	}
	z, err := zip.NewReader(f.r, f.size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		out(report.Raw{}, f.fail("open", "a damaged ZIP archive: "+plain(err), "get it again; if it is a cut download, the end is missing"))
		return
	}
	if len(z.File) > maxMembers {
		out(report.Raw{}, f.fail("open", fmt.Sprintf("an archive of %d members", len(z.File)), unpackIt))
		return
	}
	left := min(f.opt.Limits.Unpacked, f.size*maxRatio+ratioFree)
	found := false
	for _, m := range z.File {
		if ctx.Err() != nil {
			out(report.Raw{}, f.fail("read", "stopped: "+ctx.Err().Error(), "run the same command again"))
			return
		}
		name := memberName(m)
		if junkMember(name, m) {
			continue
		}
		found = true
		sub := &file{source: f.source + "!" + name, name: path.Base(name), opt: f.opt, member: true}
		data, fail := unpack(sub, m, &left)
		if fail != nil {
			if !out(report.Raw{}, fail) {
				return
			}
			if left <= 0 {
				out(report.Raw{}, f.fail("read", "unpacks to too much: the rest is not read", "check that it is no archive bomb, then unpack it and read the folder"))
				return
			}
			continue
		}
		sub.r, sub.size = bytes.NewReader(data), int64(len(data))
		stopped := false
		read(ctx, sub, func(r report.Raw, err error) bool {
			stopped = !out(r, err)
			return !stopped
		})
		if stopped {
			return
		}
	}
	if !found {
		out(report.Raw{}, f.fail("open", "the archive is empty", "check the download"))
	}
}

// memberName decodes the name of a member: programs in China wrote GBK.
func memberName(m *zip.File) string {
	name := m.Name
	if m.NonUTF8 || !utf8.ValidString(name) {
		if !utf8.ValidString(name) {
			if s, err := decoderOf(gb18030Name).String(name); err == nil {
				name = s
			}
		}
	}
	name, _ = tidy(name)
	return strings.ReplaceAll(name, "\\", "/")
}

// junkMember tells folders and what systems add to archives by themselves.
func junkMember(name string, m *zip.File) bool {
	base := path.Base(name)
	return strings.HasSuffix(name, "/") || m.FileInfo().IsDir() ||
		strings.HasPrefix(name, "__MACOSX/") || base == ".DS_Store" || base == "Thumbs.db" || base == "desktop.ini"
}

// unpack returns a member's content, within its own limits and what is left
// of the archive's.
func unpack(f *file, m *zip.File, left *int64) ([]byte, *report.Error) {
	if m.Flags&1 != 0 {
		return nil, f.fail("open", "is encrypted", "unpack the archive with its password and read the folder")
	}
	if !m.Mode().IsRegular() {
		return nil, f.fail("open", "is a link or device, not a file", unpackIt)
	}
	size, packed := m.UncompressedSize64, m.CompressedSize64
	if size > ratioFree && size/maxRatio > packed {
		return nil, f.fail("open", fmt.Sprintf("packed %d times: an archive bomb", size/max(packed, 1)), "leave it out")
	}
	rc, err := m.Open()
	if err != nil {
		if errors.Is(err, zip.ErrAlgorithm) {
			return nil, f.fail("open", "is packed or encrypted in an unknown way", unpackIt)
		}
		return nil, f.fail("open", "is damaged: "+plain(err), "get the archive again")
	}
	defer func() { _ = rc.Close() }()
	limit := min(f.opt.Limits.Document, *left)
	var b bytes.Buffer
	n, err := io.Copy(&b, io.LimitReader(rc, limit+1))
	*left -= n
	if n > limit {
		return nil, f.fail("open", fmt.Sprintf("unpacks to more than %d bytes", limit), "if it is a table, unpack the archive and read the table itself; else leave it out")
	}
	var corrupt flate.CorruptInputError
	switch {
	case errors.As(err, &corrupt), errors.Is(err, zip.ErrChecksum), errors.Is(err, io.ErrUnexpectedEOF):
		return nil, f.fail("open", "is damaged: "+plain(err), "get the archive again")
	case err != nil:
		return nil, f.fail("open", "cannot be unpacked: "+plain(err), "get the archive again")
	}
	return b.Bytes(), nil
}
