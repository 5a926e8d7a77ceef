package reporttest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Known is what a figure of a random table says.
type Known struct {
	Quote   string // as its cell has it, alone in its table
	Label   string // a part of its subject, "" where the row is a total
	Value   float64
	Unit    string
	Measure string
	Period  string
}

// RandomTable is a table of random shape and figures.
type RandomTable struct {
	Grid
	Note  string // a line behind it
	Known []Known
}

// randomUnit is a unit as a table writes it, and as a fact has it.
type randomUnit struct {
	written, unit string
	scale         float64
}

var (
	yuan100m = randomUnit{"亿元", "元", 1e8}
	yuan10k  = randomUnit{"万元", "元", 1e4}
	ton10k   = randomUnit{"万吨", "吨", 1e4}
	person10 = randomUnit{"万人", "人", 1e4}
)

// randomNames are names that say what is measured, with their units.
var randomNames = []struct {
	name string
	unit randomUnit
}{
	{"粮食产量", ton10k},
	{"油料产量", ton10k},
	{"水产品产量", ton10k},
	{"一般公共预算收入", yuan100m},
	{"一般公共预算支出", yuan100m},
	{"社会消费品零售总额", yuan100m},
	{"进出口总额", yuan100m},
	{"固定资产投资", yuan100m},
	{"规模以上工业企业研究与试验发展经费支出", yuan100m},
	{"限额以上批发和零售业商品销售额", yuan100m},
	{"住户存款余额", yuan100m},
	{"客运量", person10},
	{"年末常住人口", person10},
	{"城镇职工基本养老保险参保人数", person10},
}

var randomProducts = []string{"水泥", "布", "粗钢", "钢材", "化肥", "啤酒", "塑料制品", "平板玻璃", "原煤", "机制纸及纸板"}

var randomTowns = []string{"东林镇", "西河镇", "南山街道", "北桥镇", "清泉乡", "白石镇", "双井街道"}

var randomTaxes = []string{"增值税", "企业所得税", "个人所得税", "城市维护建设税", "契税", "房产税", "印花税"}

// maker makes one table.
type maker struct {
	*rand.Rand
	t    RandomTable
	seen map[string]bool
}

// RandomTables are n tables; the same seed gives the same ones.
func RandomTables(n int, seed uint64) []RandomTable {
	shapes := []func(*maker){
		(*maker).indicators, (*maker).products, (*maker).years, (*maker).twoHeads,
		(*maker).budget, (*maker).groups, (*maker).towns, (*maker).goals, (*maker).history,
	}
	var out []RandomTable
	for i := range n {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, uint64(i))), seen: map[string]bool{}}
		shapes[i%len(shapes)](m)
		if m.IntN(2) == 0 {
			m.t.Title = fmt.Sprintf("表%d　%s", i+1, m.t.Title)
		}
		if m.IntN(4) == 0 {
			m.t.Note = "注：本表数据为初步核算数。"
		}
		out = append(out, m.t)
	}
	return out
}

func (m *maker) row(cells ...string) { m.t.Rows = append(m.t.Rows, cells) }

// pick chooses n of all, in their order.
func (m *maker) pick(all, n int) []int {
	idx := m.Perm(all)[:n]
	for i := range idx { // sorted by hand: few
		for k := i; k > 0 && idx[k] < idx[k-1]; k-- {
			idx[k], idx[k-1] = idx[k-1], idx[k]
		}
	}
	return idx
}

// figure is a new number below most that the table does not hold yet.
func (m *maker) figure(most float64, digits int) (string, float64) {
	for {
		s := fmt.Sprintf("%.*f", digits, 1+m.Float64()*most)
		if !m.seen[s] {
			m.seen[s] = true
			var v float64
			_, _ = fmt.Sscan(s, &v)
			return s, v
		}
	}
}

// amount is a cell with an amount; it is known.
func (m *maker) amount(label string, u randomUnit, period string) string {
	digits := 1 + m.IntN(2)
	s, v := m.figure([]float64{20, 300, 4000}[m.IntN(3)], digits)
	quote := s
	if v >= 1000 && m.IntN(2) == 0 {
		quote = s[:1] + "," + s[1:]
	}
	m.know(quote, label, v*u.scale, u.unit, "level", period)
	return quote
}

func (m *maker) know(quote, label string, v float64, unit, measure, period string) {
	m.t.Known = append(m.t.Known, Known{quote, strings.TrimPrefix(label, "年末"), v, unit, measure, period})
}

// growth is a cell with a growth, or with a sign that there is none.
func (m *maker) growth(label, period string, bracketed bool) string {
	if m.IntN(9) == 0 {
		return []string{"—", "…", ""}[m.IntN(3)]
	}
	s, v := m.figure(20, 1)
	switch m.IntN(4) {
	case 0:
		if bracketed {
			m.know(s, label, -v, "%", "growth", period)
			return "（" + s + "）"
		}
		m.know("-"+s, label, -v, "%", "growth", period)
		return "-" + s
	case 1:
		if m.IntN(3) == 0 {
			m.know(s, label, v, "%", "growth", period)
			return s + "①"
		}
	}
	m.know(s, label, v, "%", "growth", period)
	return s
}

var growthHeads = []string{"增长（%）", "比上年增长（%）", "同比增长%", "增速（%）"}

func (m *maker) one(of []string) string { return of[m.IntN(len(of))] }
