package main

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// TestBuildID: this program's build ID is the one that Go's own tool finds.
func TestBuildID(t *testing.T) {
	if testing.Short() {
		t.Skip("may have to build Go's tool")
	}
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	want, err := exec.Command("go", "tool", "buildid", path).Output()
	if err != nil {
		t.Skipf("go tool buildid does not run: %v", err)
	}
	program, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := buildID(program[:buildIDWithin]); !bytes.Equal(got, bytes.TrimSpace(want)) {
		t.Errorf("build ID %q, want %q", got, want)
	}
}

// TestBuildIDKinds: a note of ELF, the text of other systems, and none.
func TestBuildIDKinds(t *testing.T) {
	for head, want := range map[string]string{
		"\x7fELF\x04\x00\x00\x00\x53\x00\x00\x00\x04\x00\x00\x00Go\x00\x00a-1/b_2/c/d\x00": "a-1/b_2/c/d",
		"MZ\x00\xff Go build ID: \"a/b/c/d\"\n \xff":                                       "a/b/c/d",
		"MZ\x00\xff Go build ID: \"\"\n \xff":                                              "",
		"":                                                                                 "",
	} {
		if got := string(buildID([]byte(head))); got != want {
			t.Errorf("%q: build ID %q, want %q", head, got, want)
		}
	}
}
