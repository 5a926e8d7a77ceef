package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/clause"
)

// inZone gives what a later clause counts the zone that the stretch of the sentence
// began with, where the clause names no owner: 青河合作区启动项目26个，[青河合作区]入驻企业300家.
func (c *context) inZone(d *draft, n *number) {
	switch {
	case c.before == nil, c.partedAt(n.Quantity.Before):
		c.zone = c.zoneOf(d)
		return
	case c.zone.Empty():
		return
	}
	switch between := string(c.t[max(c.lastAt, c.from):n.Quantity.Before]); {
	case len(n.np.Owner) > 0, alls.In(between), zones.In(between), slices.ContainsFunc(d.subjects, func(p clause.Phrase) bool { return zones.In(p.Text) }):
		c.zone = clause.Phrase{}
	case strings.Contains(between, "，"):
		d.subjects = slices.Clone(d.subjects)
		for i, p := range d.subjects {
			d.subjects[i] = clause.Join(c.zone, p)
		}
	}
}

// zoneOf is the zone that what a number measures begins with, where it opens the stretch of
// the sentence and is not counted itself. A report on a zone needs none.
func (c *context) zoneOf(d *draft) clause.Phrase {
	if len(d.subjects) != 1 || len(d.subjects[0].Spans) == 0 {
		return clause.Phrase{}
	}
	p := d.subjects[0]
	at, end := zones.Find(p.Text)
	if end == 0 || end == len(p.Text) || utf8.RuneCountInString(p.Text[:at]) > zoneName || p.Text[:end] == "新区" {
		return clause.Phrase{}
	}
	from, zone := p.Spans[0][0], p.Shorter(utf8.RuneCountInString(p.Text[end:]))
	if from < c.from || len(zone.Spans) > 1 || zones.In(c.doc.Meta.Region) || withoutOpener(string(c.t[stretchEnds.Back(c.t, from, longestStretch):from])) != "" {
		return clause.Phrase{}
	}
	return zone
}
