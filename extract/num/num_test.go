package num

import "testing"

func TestParseNumeral(t *testing.T) {
	for _, c := range []struct {
		in    string
		value float64
		rest  string
	}{
		{"1,500个", 1500, "个"},
		{"1,50个", 1, ",50个"},
		{"8.29亿元", 829000000, "元"},
		{"1.2万亿元", 1.2e12, "元"},
		{"2万余件", 20000, "件"},
		{"20多万人", 200000, "人"},
		{"3万5千人", 35000, "人"},
		{"1亿2000万人", 120000000, "人"},
		{"5千万", 5e7, ""},
		{"三百六十五天", 365, "天"},
		{"一百五十多万人", 1500000, "人"},
		{"十几个", 10, "个"},
		{"几十万人", 100000, "人"},
		{"数百家", 100, "家"},
		{"千余家", 1000, "家"},
		{"百万市民", 1e6, "市民"},
		{"两三个", 2.5, "个"},
		{"五六十人", 55, "人"},
		{"二〇二二年", 2022, "年"},
		{"七点九", 7.9, ""},
		{"一万亿斤", 1e12, "斤"},
		{"三千五百万", 35000000, ""},
		{"两万三", 23000, ""},
		{"一千零五十", 1050, ""},
		{"一亿二千万", 120000000, ""},
		{"十", 10, ""},
	} {
		r := []rune(c.in)
		n, ok := Parse(r, 0, NoUnits)
		if !ok || n.Val.Float() != c.value || string(r[n.End:]) != c.rest {
			t.Errorf("%s: got %v rest %q ok %v; want %v rest %q", c.in, n.Val.Float(), string(r[n.End:]), ok, c.value, c.rest)
		}
	}
	for _, in := range []string{"十五五", "1234567890123456789", "百千"} {
		if n, ok := Parse([]rune(in), 0, NoUnits); ok {
			t.Errorf("%s: got %v, want none", in, n.Val.Float())
		}
	}
}
