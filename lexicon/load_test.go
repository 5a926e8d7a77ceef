package lexicon

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestCheckEmbedded(t *testing.T) {
	for _, p := range load(t).Check() {
		t.Error(p)
	}
}

// folder writes tables to a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoadProblems(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		want             []string // without the folder
	}{
		{
			"unknown column", "units.tsv", "name\tdimnsion\texample\n",
			[]string{`units.tsv:1:6: unknown column "dimnsion": units.tsv has name, aliases, dimension, si_factor, si_unit, example`},
		},
		{
			"no key column", "units.tsv", "dimension\texample\n",
			[]string{"units.tsv:1:1: no column name"},
		},
		{
			"column twice", "units.tsv", "name\tname\n",
			[]string{"units.tsv:1:6: column name is named twice"},
		},
		{
			"no header", "units.tsv", "# nothing\n",
			[]string{"units.tsv:1:1: no header line: name the columns name, aliases, dimension, si_factor, si_unit, example"},
		},
		{
			"all problems, not the first", "units.tsv",
			"# mine\nname\tdimension\tsi_factor\tsi_unit\n捆\tmas\t\t\n筐\tmass\t二十\tkg\n万筐\tmass\t\t\n\tmass\n篓\tmass\t20\t\n箩\tmass\t\t\t\t多\n",
			[]string{
				"units.tsv:6:1: empty name",
				"units.tsv:8:11: more cells than the header has columns",
				`units.tsv:3:3: unknown dimension "mas": choose one of angle, area, capacity, compute, concentration, count, data, data_rate, density, emission, energy, flow, frequency, length, mass, money, power, pressure, price, rate, ratio, resistance, score, sound, speed, temperature, time, traffic, voltage, volume`,
				`units.tsv:4:8: bad factor "二十": write a decimal (0.001) or a fraction (2000/3)`,
				"units.tsv:5:1: 万筐 begins with a scale word: write the unit without it",
				"units.tsv:7:8: 篓 needs both si_factor and si_unit, or neither",
			},
		},
		{
			"bad pattern", "nonquantities.tsv", "text\treason\texample\n/[一二/\tname\t一\n/(?:十)*/\tname\t十\n",
			[]string{
				"nonquantities.tsv:2:1: bad pattern: ",
				"nonquantities.tsv:3:1: pattern matches nothing at all",
			},
		},
		{
			"bad period", "periods.tsv", "text\texpect\texample\n前日\tyesterday\t前日\n",
			[]string{`periods.tsv:2:4: bad period "yesterday": write Y, Y-1, Y-1-H1, Y-1-Q1, Y-1-03 or two of them with / between`},
		},
		{
			"bad modifier", "modifiers.tsv", "text\tside\tbound\n概\tin front\tabout\n在…内\tbefore\tle\n在内\taround\tle\n",
			[]string{
				`modifiers.tsv:2:3: bad side "in front": write before, after or around`,
				`modifiers.tsv:2:12: bad bound "about": write approx, ge, le or eq`,
				"modifiers.tsv:3:1: 在…内 holds … but is not around",
				"modifiers.tsv:4:1: 在内 is around: mark the quantity's place between its two parts with one …",
			},
		},
		{
			"bad indicator", "indicators.tsv", "id\tname\taliases\tdimension\ttopic\nGDP2\t\ta||b\tmoney\tstuff\n",
			[]string{
				`indicators.tsv:2:1: bad id "GDP2": write lower-case letters, digits and _`,
				"indicators.tsv:2:6: GDP2 has no name",
				"indicators.tsv:2:7: GDP2 has an empty alias",
				`indicators.tsv:2:18: unknown topic "stuff": choose one of agriculture, business, culture, digital, economy, education, employment, energy, environment, finance, fiscal, government, health, housing, income, industry, investment, population, prices, rural, safety, science, services, social_security, tourism, trade, transport, urban`,
			},
		},
		{
			"bad region", "regions.tsv", "code\tname\tshort\tfrom\tto\n3101\t某区\t\t\t\n310199\t新某区\t\t二零二零\t\n",
			[]string{
				`regions.tsv:2:1: bad region code "3101": write six digits`,
				`regions.tsv:3:13: bad year "二零二零"`,
			},
		},
		{
			"nothing to delete", "classifiers.tsv", "name\n-没有这个\n",
			[]string{`classifiers.tsv:2:1: nothing to delete: no name "没有这个"`},
		},
		{
			"not UTF-8", "classifiers.tsv", "name\n箱\xb8\xf6\n",
			[]string{"classifiers.tsv:2:2: not UTF-8: save the table as text in UTF-8, with tabs between the columns"},
		},
		{
			"bad flag", "classifiers.tsv", "name\tweak\n筐筐\ttrue\n",
			[]string{`classifiers.tsv:2:4: bad flag "true": write yes, or nothing`},
		},
		{
			"bad word", "words.tsv", "word\troles\texample\n激涌\tacting|growing\t\n涌\t\t\n",
			[]string{
				`words.tsv:2:4: unknown role "growing": lexicon roles lists them`,
				"words.tsv:3:3: 涌 has no role: lexicon roles lists them",
			},
		},
		{
			"bad role", "roles.tsv", "role\tmatch\tmeaning\texample\nacting\tbeside\ta verb\t新建公园\n",
			[]string{`roles.tsv:2:8: bad match "beside": write word, start, end, inside or before`},
		},
		{
			"unknown table", "unit.tsv", "name\n",
			[]string{"unit.tsv:1:1: unknown table: the tables are units.tsv, classifiers.tsv, modifiers.tsv, nonquantities.tsv, periods.tsv, indicators.tsv, roles.tsv, words.tsv, several.tsv, spellings.tsv, regions.tsv"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, map[string]string{c.file: c.text})
			_, err := Load(dir)
			var problems Problems
			if !errors.As(err, &problems) {
				t.Fatalf("Load: %v, want Problems", err)
			}
			got := strings.Split(strings.ReplaceAll(problems.Error(), dir+string(filepath.Separator), ""), "\n")
			if len(got) != len(c.want) {
				t.Fatalf("got %d problems:\n%s", len(got), strings.Join(got, "\n"))
			}
			for i, want := range c.want {
				begins := strings.HasSuffix(want, ": ") && strings.HasPrefix(got[i], want)
				if got[i] != want && !begins {
					t.Errorf("got  %s\nwant %s", got[i], want)
				}
			}
		})
	}
}

func TestLoadNoFolder(t *testing.T) {
	if _, err := Load(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Load of no folder: %v", err)
	}
}

func TestLoadAddsReplacesDeletes(t *testing.T) {
	embedded := load(t)
	dir := folder(t, map[string]string{
		// A spreadsheet's habits: BOM, CRLF, quotes, other order, empty cells.
		"units.tsv": "\ufeffdimension\tname\texample\tsi_factor\tsi_unit\r\n" +
			"mass\t筐\t\"收购柑橘3万筐，合\"\"600吨\"\"\"\t20\tkg\r\n" +
			"\r\n" +
			"mass\t担\t棉花3万担\t60\tkg\r\n" +
			"\t-马力\t\t\t\r\n",
		"indicators.tsv":  "id\tname\taliases\tdimension\ttopic\tenglish\texample\ncherry_output\t樱桃产量\t车厘子产量|大樱桃产量\tmass\tagriculture\tcherry output\t樱桃产量达到3万吨\n",
		"regions.tsv":     "code\tname\tshort\tfrom\tto\n-440323\n310199\t临港新片区\t临港\t2019\t\n",
		"periods.tsv":     "text\texpect\texample\n开年以来\tY\t开年以来稳中向好\n",
		"notes.txt":       "not a table",
		"several.tsv":     "name\tholds\texample\n林牧\t林业|牧业\t林牧产值分别增长5%和6%\n",
		"spellings.tsv":   "text\tas\texample\n-GDP\n占比重\t比重\t服务业占比重60%\n",
		"classifiers.tsv": "name\tnoun\texample\n邦\tyes\t出口到6邦\n",
	})
	l, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if n, want := len(l.Units), len(embedded.Units); n != want { // one more, one less
		t.Errorf("%d units, want %d", n, want)
	}
	units := map[string]Unit{}
	for _, u := range l.Units {
		units[u.Name] = u
	}
	if u := units["筐"]; u.SIFactor != "20" || u.Example != `收购柑橘3万筐，合"600吨"` || u.Line != 2 || u.File != filepath.Join(dir, "units.tsv") {
		t.Errorf("筐 = %+v", u)
	}
	if u := units["担"]; u.SIFactor != "60" {
		t.Errorf("担 = %+v", u)
	}
	if _, ok := units["马力"]; ok {
		t.Error("马力 is not deleted")
	}
	if s := l.Several[len(l.Several)-1]; s.Name != "林牧" || !slices.Equal(s.Holds, []string{"林业", "牧业"}) {
		t.Errorf("林牧 = %+v", s)
	}
	if n, want := len(l.Spellings), len(embedded.Spellings); n != want { // one more, one less
		t.Errorf("%d spellings, want %d", n, want)
	}
	regions := l.Regions()
	if r, ok := regions.Find("上海临港", "", 2023); !ok || r.Code != "310199" {
		t.Errorf("上海临港 = %v", r)
	}
	if r, ok := regions.ByCode("440323"); ok {
		t.Errorf("440323 is not deleted: %v", r)
	}
	if l.Hash == embedded.Hash {
		t.Error("the hash does not know the folder")
	}
	if again := load(t); again.Hash != embedded.Hash || len(again.Hash) != 64 {
		t.Errorf("hash %s, then %s", embedded.Hash, again.Hash)
	}
	for _, p := range l.Check() {
		t.Error(p)
	}
}

func TestCheckFinds(t *testing.T) {
	dir := folder(t, map[string]string{
		"indicators.tsv": "id\tname\taliases\tdimension\ttopic\tenglish\texample\n" +
			"cherry_output\t樱桃产量\tGDP\tmass\tagriculture\tcherries\t产量达到3万吨\n",
		"units.tsv": "name\tdimension\texample\n筐\tmass\t\n筐\tmass\t3筐\n",
	})
	l, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range l.Check() {
		got = append(got, strings.TrimPrefix(p.String(), dir+string(filepath.Separator)))
	}
	want := []string{
		"units.tsv:2:8: 筐 has no example",
		"indicators.tsv:2:50: the example does not hold 樱桃产量",
		"units.tsv:3:1: 筐 stands at " + filepath.Join(dir, "units.tsv") + ":2 already",
		"indicators.tsv:2:20: GDP stands at indicators.tsv:4 already",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestUserWords(t *testing.T) {
	words := map[string]string{}
	for _, w := range load(t).UserWords() {
		if strings.ContainsAny(w.Text, "/ \t\n") {
			t.Errorf("%q cannot be a word", w.Text)
		}
		if _, ok := words[w.Text]; ok {
			t.Errorf("%s twice", w.Text)
		}
		words[w.Text] = w.Pos
	}
	for text, pos := range map[string]string{"地区生产总值": "n", "社零总额": "n", "平方米": "q", "人次": "q"} {
		if words[text] != pos {
			t.Errorf("%s is %q, want %q", text, words[text], pos)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("name\tdimension\n亩\tarea\n")
	f.Add("\ufeffname\n\"a\"\"b\"\n-x\n")
	f.Fuzz(func(t *testing.T, text string) {
		records, problems := unitTable.parse("units.tsv", text)
		if len(problems) == 0 && len(records) > strings.Count(text, "\n") {
			t.Errorf("%d records", len(records))
		}
	})
}

// A word stands under the first of its roles, so that it is found where it is looked for.
func TestWordsStandUnderTheirFirstRole(t *testing.T) {
	text, err := data.ReadFile("data/words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := strings.Cut(string(text), "word\troles\texample\n")
	section := ""
	for line := range strings.Lines(rows) {
		if title, ok := strings.CutPrefix(line, "# "); ok {
			section = strings.TrimSpace(title)
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if first, _, _ := strings.Cut(cells[1], "|"); first != section {
			t.Errorf("%s stands under %s, not under %s", cells[0], section, first)
		}
	}
}
