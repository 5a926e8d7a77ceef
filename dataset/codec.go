package dataset

import (
	"runtime"
	"sync"

	kp "github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// codec compresses the pages of all files with as many encoders as there are
// processors, each of which looks back no farther than a page is long: the
// library's own makes one a file that is open, with 8 MB to look back.
type codec struct{ zstd.Codec }

// Bytes of a page. Texts are half of all that is written, and the more of them
// are compressed in one, the less they take.
const (
	smallPage = 256 << 10
	textPage  = 1 << 20
	lookBack  = textPage
)

var pageCodec = &codec{zstd.Codec{Level: zstd.SpeedDefault, Concurrency: 1}}

var encoder = sync.OnceValues(func() (*kp.Encoder, error) {
	return kp.NewWriter(nil, kp.WithEncoderConcurrency(runtime.NumCPU()), kp.WithEncoderLevel(kp.SpeedDefault),
		kp.WithWindowSize(lookBack), kp.WithZeroFrames(true), kp.WithEncoderCRC(false), kp.WithAllLitEntropyCompression(true))
})

// Encode compresses src into dst.
func (c *codec) Encode(dst, src []byte) ([]byte, error) {
	e, err := encoder()
	if err != nil {
		return nil, err
	}
	return e.EncodeAll(src, dst[:0]), nil
}
