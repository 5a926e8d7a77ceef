package dataset

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"hash"
)

// Digest is half of a SHA-256. A run keeps several of each document, and in
// digits they would take four times the room.
type Digest [16]byte

// DigestOf is that of bytes.
func DigestOf(b []byte) Digest {
	s := sha256.Sum256(b)
	return Digest(s[:])
}

// DigestSum is that of what h, a SHA-256, has read.
func DigestSum(h hash.Hash) (d Digest) {
	copy(d[:], h.Sum(nil))
	return d
}

// digestOfHex is the half of a SHA-256 in hexadecimal digits.
func digestOfHex(digits string) (d Digest) {
	_, _ = hex.Decode(d[:], []byte(digits[:min(len(digits), 2*len(d))]))
	return d
}

// MarshalText writes the digest for a footer.
func (d Digest) MarshalText() ([]byte, error) {
	return base64.RawURLEncoding.AppendEncode(nil, d[:]), nil
}

// UnmarshalText reads what MarshalText wrote.
func (d *Digest) UnmarshalText(text []byte) error {
	b, err := base64.RawURLEncoding.AppendDecode(nil, text)
	if err != nil {
		return err
	}
	if len(b) != len(d) {
		return base64.CorruptInputError(len(text))
	}
	*d = Digest(b)
	return nil
}
