package evaluate

import "strings"

// Kind names the way in which a miss is wrong: missed and spurious as they are;
// which end of the subject differs, where it does; else the fields that differ.
func (m Miss) Kind() string {
	if m.Gold == nil || m.Found == nil || !strings.Contains(m.What, "subject") {
		return m.What
	}
	return "subject: " + subjectKind([]rune(letters(m.Gold.Subject)), []rune(letters(m.Found.Subject)))
}

// subjectKind compares what a subject should be with what was found.
func subjectKind(want, found []rune) string {
	w, f := string(want), string(found)
	if f == "" {
		return "none"
	}
	if before, after, ok := strings.Cut(f, w); ok {
		return sides(before, after, "front too long", "back too long", "too long at both ends")
	}
	if before, after, ok := strings.Cut(w, f); ok {
		return sides(before, after, "front missing", "back missing", "missing at both ends")
	}
	switch {
	case common(want, found, -1) >= 2:
		return "same head"
	case common(want, found, 1) >= 2:
		return "same beginning"
	case charF1(w, f) > 0.4:
		return "partly other"
	}
	return "wrong noun"
}

func sides(before, after, front, back, both string) string {
	switch {
	case before != "" && after != "":
		return both
	case before != "":
		return front
	}
	return back
}

// common counts the runes that a and b share at their beginning, or with step
// -1 at their end.
func common(a, b []rune, step int) int {
	n, i, k := 0, 0, 0
	if step < 0 {
		i, k = len(a)-1, len(b)-1
	}
	for i >= 0 && k >= 0 && i < len(a) && k < len(b) && a[i] == b[k] {
		n, i, k = n+1, i+step, k+step
	}
	return n
}
