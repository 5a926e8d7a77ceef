package read

import (
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// pdfRule is a straight line drawn on a page, level or upright.
type pdfRule struct{ x1, y1, x2, y2 float64 }

func (r *pdfRule) level() bool { return r.x2-r.x1 > r.y2-r.y1 }

// Bounds of what is drawn on a page.
const (
	thinRule    = 2.5  // points: what is thinner is a line
	shortRule   = 3.0  // and what is shorter is none of a table's
	mostStrokes = 2000 // of a path: drawings have more
)

// ruleReader gathers the rules of a page.
type ruleReader struct {
	inst  pdfium.Pdfium
	rules []pdfRule
}

// path adds the rules that a path draws: thin shapes, and the level and upright
// strokes of others.
func (w *ruleReader) path(o references.FPDF_PAGEOBJECT) error {
	mode, err := w.inst.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil || !mode.Stroke && mode.FillMode == enums.FPDF_FILLMODE_NONE {
		return err
	}
	b, err := w.inst.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return err
	}
	if b.Right-b.Left < thinRule || b.Top-b.Bottom < thinRule {
		w.add(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top))
		return nil
	}
	n, err := w.inst.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o})
	if err != nil || !mode.Stroke || n.Count > mostStrokes {
		return err
	}
	m, err := w.inst.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o})
	if err != nil {
		return err
	}
	return w.strokes(o, n.Count, m.Matrix)
}

// strokes adds the strokes of a path of n segments.
func (w *ruleReader) strokes(o references.FPDF_PAGEOBJECT, n int, m structs.FPDF_FS_MATRIX) error {
	var startX, startY, x, y float64
	for i := range n {
		s, err := w.inst.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o, Index: i})
		if err != nil {
			return err
		}
		kind, err := w.inst.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return err
		}
		p, err := w.inst.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return err
		}
		end, err := w.inst.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment})
		if err != nil {
			return err
		}
		toX := float64(m.A*p.X + m.C*p.Y + m.E)
		toY := float64(m.B*p.X + m.D*p.Y + m.F)
		switch kind.Type {
		case enums.FPDF_SEGMENT_MOVETO:
			startX, startY = toX, toY
		case enums.FPDF_SEGMENT_LINETO:
			w.add(x, y, toX, toY)
		}
		x, y = toX, toY
		if end.IsClose {
			w.add(x, y, startX, startY)
		}
	}
	return nil
}

// add notes a line if it is level or upright and long enough.
func (w *ruleReader) add(x1, y1, x2, y2 float64) {
	r := pdfRule{min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)}
	if wide, high := r.x2-r.x1, r.y2-r.y1; min(wide, high) >= thinRule || max(wide, high) < shortRule {
		return
	}
	if mid := (r.y1 + r.y2) / 2; r.level() {
		r.y1, r.y2 = mid, mid
	} else {
		mid = (r.x1 + r.x2) / 2
		r.x1, r.x2 = mid, mid
	}
	w.rules = append(w.rules, r)
}
