package dataset

import "time"

// Date is a day as Parquet counts them: days since 1970-01-01.
type Date int32

// ParseDate reads YYYY-MM-DD; anything else gives nil, which is null.
func ParseDate(s string) *Date {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil
	}
	d := Date(t.Unix() / 86400) // midnights divide without a rest
	return &d
}

// String returns YYYY-MM-DD.
func (d Date) String() string {
	return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly)
}

// MarshalText writes YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
