package report

// longLine is a line, also one of fixed width, that two reports or two parts of
// one do not share by chance.
const longLine = 25

// dropCopy drops a second copy of the report behind the first: some pages
// carry their text twice.
func (b *buffer) dropCopy(z zone) {
	seen := make(map[uint64]struct{}, z.to-z.from)
	long, twice, first, last := 0, 0, -1, -1
	for i := z.from; i < z.to; i++ {
		t := b.text(i)
		if len(t) < longLine {
			continue
		}
		long++
		h := uint64(14695981039346656037)
		for ; len(t) > 1; t = t[2:] {
			h = (h ^ uint64(t[0])<<32 ^ uint64(t[1])) * 1099511628211
		}
		for _, r := range t {
			h = (h ^ uint64(r)) * 1099511628211
		}
		if _, ok := seen[h]; ok {
			twice++
			if first < 0 {
				first = i
			}
			last = i
			continue
		}
		seen[h] = struct{}{}
	}
	if twice < 5 || twice*10 < long*3 || twice*2 < last-first-len(seen) {
		return
	}
	// The copy opens with its headings and page head, which are short.
	for first > z.from+1 && len(b.text(first-1)) < longLine {
		first--
	}
	for i := first; i <= last; i++ {
		b.lines[i].drop = true
	}
}
