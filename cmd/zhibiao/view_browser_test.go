package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// TestTicksComeBack: what a person ticks in the pages of view and saves is what
// extract applies.
func TestTicksComeBack(t *testing.T) {
	if testing.Short() {
		t.Skip("a short run leaves out the browser")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no Chromium: install it (Debian, Ubuntu: apt-get install chromium fonts-wqy-microhei) to test the pages")
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	reports := filepath.Join(dir, "浙江省安吉县_2022.txt")
	if err := os.WriteFile(reports, []byte(corrected), 0o600); err != nil {
		t.Fatal(err)
	}
	before, _ := rerun(t, reports, out)
	output(t, "view", out)

	opts := []chromedp.ExecAllocatorOption{chromedp.ExecPath(chromium)}
	for _, f := range []string{"headless", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"} {
		opts = append(opts, chromedp.Flag(f, true))
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	ctx, cancel = chromedp.NewExecAllocator(ctx, opts...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	page := "file://" + filepath.ToSlash(out) + "/view/"
	do := func(steps ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
	}
	// The first fact is right, the second wrong, the third is mended.
	do(chromedp.Navigate(page+"doc/330523-2022-work_report.html"),
		chromedp.KeyEvent("jyjxje"),
		chromedp.SetValue(".mend [name=value]", "4570000000"),
		chromedp.SetValue(".mend [name=note]", `=1+1 "甲"`),
		chromedp.Click(".mend .main"),
		chromedp.Navigate(page+"check.html"),
		chromedp.SendKeys("#who", "王"))
	if _, err := chromedp.CallBrowser(ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: out,
	}); err != nil {
		t.Fatal(err)
	}
	do(chromedp.Click("#save"))
	saved := ""
	for range 100 {
		if text, err := os.ReadFile(filepath.Join(out, "corrections.csv")); err == nil && strings.Count(string(text), "\n") == 4 {
			saved = string(text)
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if saved == "" {
		t.Fatal("corrections.csv was not saved")
	}

	after, said := rerun(t, reports, out)
	if said != "" || len(after) != len(before)-1 {
		t.Errorf("%d facts after %d; said %q", len(after), len(before), said)
	}
	for id, f := range before {
		now, ok := after[id]
		switch f.Quote {
		case "120公里":
			if now.Confidence != 1 || !strings.HasSuffix(now.Rule, ",correction") {
				t.Errorf("what is right has confidence %v, rule %s", now.Confidence, now.Rule)
			}
		case "15个":
			if ok {
				t.Error("what is wrong is still there")
			}
		case "45.6亿元":
			if now.Value == nil || *now.Value != 4.57e9 {
				t.Errorf("what was mended is %v", now.Value)
			}
		default:
			if now.Rule != f.Rule {
				t.Errorf("%s was changed: %s", f.Quote, now.Rule)
			}
		}
	}
	if t.Failed() {
		t.Logf("corrections.csv:\n%s", saved)
	}
}
