"""Takes an exported lesson in Chromium with the keyboard alone, without a network: every control is reached and seen to have the
focus, answers are revealed, and hidden pictures appear. lessons.py FOLDER, of pages that `descent lesson export` made."""

import glob, re, shutil, sys, tempfile, time

from screens import Chromium

KEYS = {"Tab": (9, ""), "Enter": (13, "\r"), " ": (32, " "), "ArrowDown": (40, "")}

# What can be reached, in the order of the page; of a group of choices one.
CONTROLS = """(() => {
  const groups = new Set();
  return [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")].filter(control => {
    if (!control.checkVisibility()) return false;
    if (control.type !== "radio") return true;
    return !groups.has(control.name) && groups.add(control.name);
  });
})()"""


def press(chromium, key, shift=False):
    code, text = KEYS.get(key, (0, key))
    event = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
    chromium("Input.dispatchKeyEvent", type="keyDown", **event, **({"text": text} if text else {}))
    chromium("Input.dispatchKeyEvent", type="keyUp", **event)


def type_text(chromium, text):
    for letter in text:
        press(chromium, letter)


def go_to(chromium, selector):
    """Tabs on, and at the end of the page from its top, until the focus is on what a selector names."""
    for _ in range(200):
        press(chromium, "Tab")
        if chromium.value(f"document.activeElement.matches({selector!r})"):
            return True
    return False


def unreached(chromium):
    """What Tab does not reach, or what does not show that it has the focus; then the way back."""
    count = chromium.value(f"window.controls = {CONTROLS}; controls.length")
    for way, indices in [(False, range(count)), (True, range(count - 2, -1, -1))]:
        for index in indices:
            press(chromium, "Tab", way)
            name = chromium.value(f"controls[{index}].outerHTML.slice(0, 90)")
            if not chromium.value(f"document.activeElement === controls[{index}] || document.activeElement.type === 'radio' && "
                                  f"document.activeElement.name === controls[{index}].name"):
                yield f"{'Shift-Tab' if way else 'Tab'} does not reach {name}"
                return
            seen = settles(chromium, "(e => { const s = getComputedStyle(e), b = e.getBoundingClientRect(); return e.matches(':focus-visible') "
                                  "&& parseFloat(s.outlineWidth) >= 2 && s.outlineStyle !== 'none' && b.bottom > 4 && b.top < innerHeight - 4; "
                                  "})(document.activeElement)")
            if not seen:
                yield f"the focus is not seen on {name}"


def settles(chromium, script, patience=2):
    """Whether something becomes true, in so many seconds: the page scrolls after the key."""
    end = time.monotonic() + patience
    while not chromium.value(script):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def feedback(chromium, form):
    return chromium.value(f"document.querySelector({form!r}).querySelector('.feedback').textContent")


def is_seen(chromium, selector):
    return chromium.value(f"(e => e && e.checkVisibility() && e.getBoundingClientRect().height > 0)(document.querySelector({selector!r}))")


def faults_of_questions(chromium):
    """Answers every question of the page."""
    forms = chromium.value("[...document.forms].map(form => ({id: form.closest('section').id, shows: form.dataset.shows || '', "
                           "answer: form.dataset.answer || '', right: [...form.querySelectorAll('input')].findIndex(i => i.dataset.right == 'true')}))")
    for number, form in enumerate(forms):
        place, button = f"#{form['id']} form", f"#{form['id']} form button"
        picture = f"#{form['shows']} img"
        if form["shows"] and is_seen(chromium, picture):
            yield f"{form['id']}: the picture is seen before the answer"
        if not go_to(chromium, button):
            yield f"{form['id']}: the button is not reached"
        press(chromium, "Enter")
        if not feedback(chromium, place) or (form["shows"] and is_seen(chromium, picture)):
            yield f"{form['id']}: an empty answer is taken for one"
        go_to(chromium, f"#{form['id']} form input")
        if form["answer"]:
            type_text(chromium, form["answer"])
            press(chromium, "Enter")
        else:
            # The first is chosen with the space bar, others with the arrow.
            press(chromium, " ")
            wanted = form["right"] if number % 2 == 0 else (form["right"] + 1) % 3
            for _ in range(wanted):
                press(chromium, "ArrowDown")
            press(chromium, "Tab")
            press(chromium, " ")
        right = form["answer"] or number % 2 == 0
        if not feedback(chromium, place).startswith("Right. " if right else "Not so. "):
            yield f"{form['id']}: the answer is judged: {feedback(chromium, place)}"
        if form["shows"] and not is_seen(chromium, picture):
            yield f"{form['id']}: the picture does not appear"
        if not right and not is_seen(chromium, f"#{form['id']} .answer > p"):
            yield f"{form['id']}: the right answer is not shown"
    # What is folded opens with the space bar and with Enter.
    for key, selector in [(" ", ".hint > summary"), ("Enter", "figure .words > summary")]:
        go_to(chromium, selector)
        press(chromium, key)
        if not chromium.value("document.activeElement.parentElement.open"):
            yield f"{selector} does not open"


def faults(chromium, page, width, scheme):
    chromium("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    chromium("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    chromium("Page.navigate", url=f"file://{page}")
    end = time.monotonic() + 15
    while not chromium.value("location.protocol == 'file:' && document.readyState == 'complete' && [...document.images].every(i => i.complete)"):
        if time.monotonic() > end:
            yield "it does not load"
            return
        time.sleep(0.05)
    fetched = chromium.value("performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith('data:'))")
    if fetched:
        yield f"it fetches {fetched}"
    if chromium.value("[...document.images].some(i => !i.naturalWidth)"):
        yield "a picture is broken"
    if chromium.value("document.documentElement.scrollWidth > innerWidth"):
        yield f"it is wider than a window of {width}"


def loads(page):
    """What a page would load from elsewhere: any address in it but those of links."""
    with open(page, encoding="utf-8") as text:
        html = re.sub(r"data:image/png;base64,[A-Za-z0-9+/=]*", "", text.read())
    return re.findall(r"""(?:src|srcset|poster|action)="[^"]+"|<link\b[^>]*|<(?:iframe|object|embed)\b[^>]*|@import[^;]*|url\([^)]*\)|fetch\(|XMLHttp""", html)


def main(folder):
    profile, wrong = tempfile.mkdtemp(), []
    chromium = Chromium(profile)
    pages = [page for page in sorted(glob.glob(f"{folder}/*.html")) if not page.endswith("/index.html")]
    chromium("Network.enable")
    chromium("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1)
    for page in pages:
        name = page.rsplit("/", 1)[1]
        wrong += [f"{name}: it loads {what}" for what in loads(page)]
        for width, scheme in [(380, "light"), (1280, "dark")]:
            wrong += [f"{name}, {width} wide, {scheme}: {fault}" for fault in faults(chromium, page, width, scheme)]
        wrong += [f"{name}, by keyboard: {fault}" for fault in unreached(chromium)]
        wrong += [f"{name}, by keyboard: {fault}" for fault in faults_of_questions(chromium)]
    chromium.close()
    shutil.rmtree(profile, ignore_errors=True)
    if wrong or not pages:
        sys.exit("\n".join(wrong) or f"{folder} has no pages")
    print(f"{len(pages)} lessons can be taken with the keyboard alone, without a network")


main(sys.argv[1])
