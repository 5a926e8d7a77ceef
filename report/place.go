package report

import (
	"strings"

	"zhibiao/han"
	"zhibiao/message"
)

// region settles what place the report is of.
func (d *draft) region(h headInfo, raw Raw, opt Options, name, folder string) {
	m := &d.Meta
	set := func(r Region) { m.Region, m.RegionCode, m.RegionLevel = r.Name, r.Code, r.Level }
	find := func(s, within string) (Region, bool) {
		switch s {
		case "":
			return Region{}, false
		case "全国", "国务院", "中国", "中央", "100000":
			return Region{"100000", "全国", "national"}, true
		}
		if opt.Regions == nil {
			return Region{Name: s}, true
		}
		if r, ok := opt.Regions.FindRegion(s, within, m.Year); ok {
			return r, true
		}
		// A long form with its parents, or words around the name.
		if rs := opt.Regions.ScanRegions(s, m.Year); len(rs) > 0 {
			return rs[len(rs)-1], true
		}
		return Region{}, false
	}
	if opt.Region != "" {
		r, ok := find(opt.Region, "")
		if !ok {
			r = Region{Name: opt.Region}
			d.warn("warn.region_unknown", opt.Region)
		}
		set(r)
		return
	}
	// The weaker sources first: they tell which of two namesakes is meant.
	table, okTable := find(strings.TrimSpace(raw.Region), "")
	file, okFile := scanName(name, opt, m.Year)
	dir, okDir := scanName(folder, opt, m.Year)
	var within []string
	if okTable {
		within = append(within, table.Code)
	}
	if okFile {
		within = append(within, file.Code, parentCode(file.Code))
	}
	if okDir {
		within = append(within, dir.Code)
	}
	within = append(within, "")
	own, ok := Region{}, false
	for _, p := range h.places {
		for _, w := range within {
			if own, ok = find(p, w); ok {
				break
			}
		}
		if ok {
			break
		}
	}
	switch {
	case ok:
		set(own)
		for _, c := range []struct {
			r    Region
			ok   bool
			from string
		}{{table, okTable, "from.table"}, {file, okFile, "from.name"}} {
			if c.ok && c.r.Code != own.Code && c.r.Code != "" && !inside(own.Code, c.r.Code) {
				d.warn("warn.region", own.Name, c.r.Name, message.New(c.from))
			}
		}
	case okTable:
		set(table)
	case okFile:
		set(d.sameLevel(file, name, find))
	case len(h.places) > 0:
		m.Region = h.places[0]
		d.warn("warn.region_unknown", m.Region)
	case okDir:
		set(dir)
	}
}

// scanName finds the region in a file or folder name, the innermost of those
// it names: 深圳盐田区政府工作报告_2020年 is 盐田区's.
func scanName(s string, opt Options, year int) (Region, bool) {
	if strings.Contains(s, "国务院") {
		return Region{"100000", "全国", "national"}, true
	}
	if opt.Regions == nil {
		return Region{}, false
	}
	rs := opt.Regions.ScanRegions(s, year)
	if len(rs) > 0 {
		return rs[len(rs)-1], true
	}
	// 沪2023年政府工作报告: the short form alone, which no text is searched for.
	before, _, _ := strings.Cut(s, "政府工作报告")
	short := strings.TrimFunc(before, func(c rune) bool { return !han.Is(c) || c == '年' })
	if len([]rune(short)) != 1 {
		return Region{}, false
	}
	return opt.Regions.FindRegion(short, "", year)
}

// parentCode is the code of the prefecture that a county lies in, of the
// province of a prefecture.
func parentCode(code string) string {
	switch {
	case len(code) != 6 || strings.HasSuffix(code, "0000"):
		return ""
	case strings.HasSuffix(code, "00"):
		return code[:2] + "0000"
	}
	return code[:4] + "00"
}

// inside tells whether the region of code lies in that of outer.
func inside(code, outer string) bool {
	return len(code) == 6 && len(outer) == 6 && strings.HasPrefix(code, strings.TrimRight(outer[:2]+trimPair(outer[2:4])+trimPair(outer[4:]), " ")) || outer == "100000"
}

func trimPair(s string) string {
	if s == "00" {
		return ""
	}
	return s
}

// sameLevel corrects a region found by a bare name that several levels share:
// 恩施 is the prefecture, unless the report speaks for a 市人民政府.
func (d *draft) sameLevel(r Region, name string, find func(string, string) (Region, bool)) Region {
	kind := between(d.lead(), "代表", "人民政府")
	if len([]rune(kind)) != 1 || !strings.ContainsAny(kind, "省市县区州盟旗") || strings.HasSuffix(r.Name, kind) {
		return r
	}
	short := strings.TrimFunc(name, func(c rune) bool { return !han.Is(c) || c == '年' })
	if len(short) < 6 || len(short) > 12 || !strings.HasPrefix(r.Name, short) {
		return r
	}
	if own, ok := find(short+kind, r.Code); ok && strings.HasSuffix(own.Name, kind) {
		return own
	}
	return r
}
