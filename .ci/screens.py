"""Opens the pages of .ci/browser in Chromium and compares the pictures on the screen with their files."""

import contextlib, functools, http.server, io, itertools, json, math, os, re, shutil, subprocess, sys, tempfile, threading, time
from base64 import b64decode

from PIL import Image, ImageChops


class Page:
    """A page, and the files that it shows, from top to bottom, at one density: a pixel of the file is one of the screen."""

    def __init__(self, path, light, dark=None, density=1):
        self.path, self.density = path, density
        self.files = {"light": light, "dark": dark or light}


def names_in(path):
    """The pictures that a page of Markdown names, those for light screens and those for dark ones."""
    with open(path, encoding="utf-8") as page:
        words = re.sub(r"```.*?```|<!--.*?-->", "", page.read(), flags=re.S)
    light, dark, source = [], [], None
    for after_dark, plain, image in re.findall(r'srcset="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)|<img [^>]*src="([^"]+)"', words):
        if after_dark:
            source = after_dark
        else:
            light.append(plain or image)
            dark.append(source or plain or image)
            source = None
    return light, dark


def in_folder(folder, names):
    return [[folder + name for name in those] for those in names]


def pages(site):
    return [
        Page("plain/index.html", ["plain/zigzag.png"]),
        Page("github/index.html", ["github/zigzag.png"], ["github/zigzag~dark.png"], 2),
        Page("material/site/index.html", ["material/docs/zigzag.png"], ["material/docs/zigzag~dark.png"]),
        Page("docc/documentation/guide/", ["Guide.docc/zigzag.png"], ["Guide.docc/zigzag~dark.png"]),
        Page("docc/documentation/guide/", ["Guide.docc/zigzag@2x.png"], ["Guide.docc/zigzag~dark@2x.png"], 2),
        Page("descent/index.html", *in_folder("descent/", names_in(f"{site}/descent/README.md")), density=2),
        Page(
            "descent/Gallery/index.html",
            *in_folder("descent/Gallery/", names_in(f"{site}/descent/Gallery/01-what-the-learning-rate-does.md"))),
    ]


class Chromium:
    """Headless Chromium, spoken to in the DevTools protocol through a pipe."""

    def __init__(self, profile):
        (to_browser, self.requests), (self.answers, from_browser) = os.pipe(), os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                 "--force-color-profile=srgb", "--no-first-run", "--disable-background-networking",
                 "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        pipes = f'exec chromium "$@" 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(["bash", "-c", pipes, "chromium", *flags, "about:blank"],
                                        pass_fds=[to_browser, from_browser], stderr=subprocess.DEVNULL)
        os.close(to_browser), os.close(from_browser)
        self.numbers, self.rest, self.session = itertools.count(1), b"", None
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self.session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self("Page.enable")

    def __call__(self, method, **parameters):
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.requests, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                chunk = os.read(self.answers, 1 << 20)
                if not chunk:
                    sys.exit("Chromium ended before it answered")
                self.rest += chunk
            answer, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(answer)
            if answer.get("id") == number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]

    def value(self, script):
        answer = self("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            sys.exit(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def screen(self, box):
        """A part of the page and a margin of one CSS pixel, since a box may begin between two pixels."""
        clip = {"x": math.floor(box["x"]) - 1, "y": math.floor(box["y"]) - 1, "scale": 1}
        clip |= {"width": round(box["width"]) + 3, "height": round(box["height"]) + 3}
        data = self("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)["data"]
        return Image.open(io.BytesIO(b64decode(data))).convert("RGB")

    def close(self):
        self("Browser.close")
        self.process.wait(10)


# Every picture that takes part in the page's layout, from top to bottom, with where it is.
SHOWN = """[...document.images].map(image => {
  const box = image.getBoundingClientRect();
  return {source: decodeURI(image.currentSrc), isWhole: image.complete && image.naturalWidth > 0,
          x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height};
}).filter(image => image.width > 0 && image.height > 0)"""


def faults(chromium, address, site, page, scheme, patience=15):
    """What is wrong with the pictures of a page, for readers with light or dark screens, once the page has settled or
    patience is at an end, in seconds."""
    chromium("Emulation.setDeviceMetricsOverride", width=1600, height=1000, deviceScaleFactor=page.density, mobile=False)
    chromium("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    # Material keeps the scheme of the first visit.
    chromium("Storage.clearDataForOrigin", origin=address, storageTypes="all")
    chromium("Page.navigate", url=f"{address}/{page.path}")
    end = time.monotonic() + patience
    while True:
        wrong = list(faults_now(chromium, site, page, scheme))
        if not wrong or time.monotonic() > end:
            return wrong
        time.sleep(0.1)


def faults_now(chromium, site, page, scheme):
    if not chromium.value(f"document.readyState == 'complete' && matchMedia('(prefers-color-scheme: {scheme})').matches"):
        yield f"the page is not loaded, or not {scheme}"
        return
    images, files = chromium.value(SHOWN), page.files[scheme]
    if len(images) != len(files):
        yield f"{len(images)} pictures are shown, {len(files)} are expected"
    for image, file in zip(images, files):
        if not image["isWhole"]:
            yield f"{file} is not shown: {image['source']} cannot be loaded"
            continue
        kept = Image.open(f"{site}/{file}").convert("RGB")
        size = (round(image["width"] * page.density), round(image["height"] * page.density))
        if size != kept.size:
            yield f"{file} is shown with {size} pixels, it has {kept.size}"
            continue
        largest = least_difference(chromium.screen(image), kept, 3 * page.density)
        if largest > 0:
            yield f"{file} is not what the screen shows: colours differ by up to {largest}"


def least_difference(screen, kept, margin):
    """The largest difference of a colour, where the kept picture fits the screen best."""
    width, height = kept.size
    places = itertools.product(range(margin + 1), repeat=2)
    parts = (screen.crop((x, y, x + width, y + height)) for x, y in places)
    return min(max(high for _, high in ImageChops.difference(part, kept).getextrema()) for part in parts)


def serve(site):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def copyfile(self, *files):
            with contextlib.suppress(ConnectionError):  # The page was left while it loaded.
                super().copyfile(*files)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def main(site):
    address, profile = serve(site), tempfile.mkdtemp()
    watch = threading.Timer(150, lambda: (print("Chromium took more than 150 seconds", file=sys.stderr), os._exit(1)))
    watch.daemon = True
    watch.start()
    chromium, wrong, count = Chromium(profile), [], 0
    for page in pages(site):
        for scheme in ["light", "dark"]:
            wrong += [f"{page.path}, {scheme}, {page.density}×: {fault}"
                      for fault in faults(chromium, address, site, page, scheme)]
            count += len(page.files[scheme])
    broken = Page("broken/index.html", ["broken/zigzag.png"], ["github/zigzag~dark.png"], 2)
    wrong += faults(chromium, address, site, broken, "light")
    if not any("cannot be loaded" in fault for fault in faults(chromium, address, site, broken, "dark", 1)):
        wrong.append("a dark picture that is missing is not found")
    chromium.close()
    shutil.rmtree(profile, ignore_errors=True)
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"{count} pictures are on the screen as in their files, pixel for pixel; a missing one is found")


if __name__ == "__main__":
    main(sys.argv[1])
