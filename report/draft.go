package report

// area is the part of a file that a paragraph stands in.
type area uint8

const (
	inBody area = iota
	inHead      // before the report: title, meeting, menus
	inTail      // behind it: annexes, the page's foot
)

// draft is a Document in the making, with what its steps tell each other.
type draft struct {
	Document
	zones []area      // of each paragraph
	late  bool        // the report is given at the end of its year
	bold  map[int]int // paragraph → end of the bold phrase it opens with
	runIn map[int]int // paragraph → end of the heading that runs into it
	marks map[int]mark
}

// newDraft is an empty one, in the room of a document that was freed.
func newDraft() *draft {
	d := &draft{bold: map[int]int{}, runIn: map[int]int{}, marks: map[int]mark{}}
	if room, ok := freed.Get().(*Document); ok {
		d.Document = *room
	}
	return d
}
