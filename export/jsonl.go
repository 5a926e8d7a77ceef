package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// writeJSONL writes one object a line, with all columns in their order.
func writeJSONL(w io.Writer, t Table) error {
	b := bufio.NewWriter(w)
	names := make([][]byte, len(t.Columns))
	for i, c := range t.Columns {
		name, err := json.Marshal(c.Name)
		if err != nil {
			return err
		}
		names[i] = append(name, ':')
	}
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	for row, err := range t.Rows {
		if err != nil {
			return err
		}
		line.Reset()
		for i, v := range row {
			line.WriteByte(',')
			line.Write(names[i])
			if err := e.Encode(v); err != nil {
				return err
			}
			line.Truncate(line.Len() - 1) // the encoder's line break
		}
		line.Bytes()[0] = '{'
		line.WriteString("}\n")
		if _, err := b.Write(line.Bytes()); err != nil {
			return err
		}
	}
	return b.Flush()
}
