"""Trouble on the way to the disk, and other places and times: what the command promises to keep, tried with the binary that
DESCENT names. Nothing is lost, nothing is torn, and the same input gives the same bytes."""

import concurrent.futures, hashlib, os, random, resource, shutil, signal, subprocess, sys, tempfile, time, zlib

DESCENT = os.path.abspath(os.environ.get("DESCENT", ".build/release/descent"))
GALLERY = os.path.abspath("Gallery")
wrong = []


def run(*arguments, cwd, before=None, **environment):
    return subprocess.run([DESCENT, *arguments], cwd=cwd, env=os.environ | environment, preexec_fn=before,
                          capture_output=True, timeout=120)


def check(condition, what):
    if not condition:
        wrong.append(what)


def is_whole(png):
    """Whether bytes are a PNG from the signature to the end, each chunk with its checksum."""
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        return False
    at, kind = 8, b""
    while at + 12 <= len(png):
        length = int.from_bytes(png[at:at + 4], "big")
        kind, body = png[at + 4:at + 8], png[at + 4:at + 8 + length]
        if png[at + 8 + length:at + 12 + length] != zlib.crc32(body).to_bytes(4, "big"):
            return False
        at += 12 + length
    return kind == b"IEND" and at == len(png)


def read(path):
    with open(path, "rb") as file:
        return file.read()


SMALL = ["run", "ravine", "--size", "320x240", "--scale", "1"]


def disk_full(folder):
    """A file that may not grow beyond 4 kB stands for a disk that is full."""
    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    old = b"an old picture"
    with open(f"{folder}/old.png", "wb") as file:
        file.write(old)
    full = run(*SMALL, "-o", "old.png", cwd=folder, before=small_files)
    check(full.returncode == 74 and b"old.png" in full.stderr, f"disk full: {full}")
    check(read(f"{folder}/old.png") == old, "disk full: the old picture is gone")
    check(os.listdir(folder) == ["old.png"], f"disk full: leaves {os.listdir(folder)}")
    device = run(*SMALL, "-o", "/dev/full", cwd=folder)
    check(device.returncode == 74, f"/dev/full: {device}")


def bad_places(folder):
    os.mkdir(f"{folder}/there")
    for output, code in [("there", 73), ("gone/a.png", 73), ("there/../gone/a.png", 73), ("/proc/a.png", 73)]:
        ended = run(*SMALL, "-o", output, cwd=folder)
        check(ended.returncode == code and output.encode() in ended.stderr, f"-o {output}: {ended}")
    # The folder is taken away while the command stands in it.
    os.mkdir(f"{folder}/taken")
    script = f'cd taken && rmdir ../taken && exec "{DESCENT}" {" ".join(SMALL)} -o a.png'
    ended = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, timeout=60)
    check(ended.returncode == 73, f"its folder was removed: {ended}")
    if os.geteuid() != 0:
        os.chmod(f"{folder}/there", 0o555)
        ended = run(*SMALL, "-o", "there/a.png", cwd=folder)
        check(ended.returncode == 73, f"a read-only folder: {ended}")
        os.chmod(f"{folder}/there", 0o755)


def closed_pipes(folder):
    """Whoever read the output has gone: the command ends at once and in silence, as others do."""
    for verb in ["run rosenbrock --steps 200000 --csv -", "surface", "run ravine -o -", "run ravine --steps 100000 --json"]:
        script = f'"{DESCENT}" {verb} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}'
        ended = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, timeout=60)
        code = int(ended.stdout)
        check(code in (0, 74, 128 + signal.SIGPIPE), f"{verb} | head: code {code}")
        check(b"rror" not in ended.stderr and b"rash" not in ended.stderr, f"{verb} | head: {ended.stderr}")


def killed(folder, count=200):
    """Killed at any moment: the picture is the old one or the new one, whole."""
    chance = random.Random(7)
    run(*SMALL, "-o", "p.png", cwd=folder)
    allowed = {read(f"{folder}/p.png")}
    seeds = ["0.02", "0.19"]
    for rate in seeds:
        run(*SMALL, "--learning-rate", rate, "-o", "q.png", cwd=folder)
        allowed.add(read(f"{folder}/q.png"))
    os.remove(f"{folder}/q.png")
    for number in range(count):
        process = subprocess.Popen(
            [DESCENT, *SMALL, "--learning-rate", seeds[number % 2], "-o", "p.png"], cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, 0.03))
        process.kill()
        process.wait()
        if read(f"{folder}/p.png") not in allowed:
            return check(False, f"killed the {number}th time: a torn picture")
    left = [name for name in os.listdir(folder) if name != "p.png"]
    # What a killed command had begun lies beside the picture under a name of its own, and is in nobody's way.
    check(all(name.startswith(".") for name in left), f"killed: leaves {left}")
    run(*SMALL, "-o", "p.png", cwd=folder)
    check(is_whole(read(f"{folder}/p.png")), "after the kills no picture is drawn")


def at_once(folder, count=64):
    """Many commands in one folder, on the same file and on their own."""
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        ended = list(pool.map(
            lambda n: run(*SMALL, "-o", "same.png" if n % 2 else f"{n}.png", cwd=folder).returncode, range(count)))
    check(set(ended) == {0}, f"{count} at once: {ended}")
    pictures = {name: read(f"{folder}/{name}") for name in os.listdir(folder)}
    check(len(pictures) == count // 2 + 1, f"{count} at once: {sorted(pictures)}")
    check(len(set(pictures.values())) == 1 and is_whole(pictures["same.png"]), f"{count} at once: pictures differ")


def grown(folder):
    """The most memory of one process that draws that many pictures."""
    for number in range(1000):
        with open(f"{folder}/{number}.yaml", "w") as file:
            file.write(f"surface: ravine\nlearning-rate: {0.01 + number * 1e-4}\nsize: 320x240\nscale: 1\n")

    def peak(count):
        os.mkdir(f"{folder}/{count}")
        recipes = [f"{number}.yaml" for number in range(count)]
        process = subprocess.Popen([DESCENT, "render", *recipes, "-o", f"{count}/"], cwd=folder,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        check(status == 0 and len(os.listdir(f"{folder}/{count}")) == count, f"{count} recipes: status {status}")
        return usage.ru_maxrss

    few, many = peak(100), peak(1000)
    check(many - few < 4000, f"memory: {few} kB for 100 pictures, {many} kB for 1000")
    return f"{few / 1000:.1f} MB for 100, {many / 1000:.1f} MB for 1000,"


def same_bytes(folder):
    """The whole gallery, drawn anew elsewhere: on one core and on all, in other zones, languages, homes and folders."""
    def drawn(name, cores=None, **environment):
        place = f"{folder}/{name}/deep er/Gallery"
        shutil.copytree(GALLERY, place, ignore=shutil.ignore_patterns("*.png"))
        before = (lambda: os.sched_setaffinity(0, cores)) if cores else None
        ended = run("embed", "Gallery", cwd=os.path.dirname(place), before=before, **environment)
        check(ended.returncode == 0, f"the gallery, {name}: {ended.stderr[-300:]}")
        return {picture: hashlib.sha256(read(f"{place}/{picture}")).hexdigest()
                for picture in os.listdir(place) if picture.endswith(".png")}

    all_cores = os.sched_getaffinity(0)
    first = drawn("all", TZ="Asia/Kolkata", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8", HOME=folder)
    one = drawn("one", cores={min(all_cores)}, TZ="America/St_Johns", LC_ALL="C", HOME="/nowhere", TERM="dumb")
    check(first == one, f"pictures differ: {[n for n in first if first[n] != one.get(n)]}")
    kept = {name: hashlib.sha256(read(f"{GALLERY}/{name}")).hexdigest() for name in first}
    check(first == kept, f"pictures differ from those kept: {[n for n in first if first[n] != kept[n]]}")
    return f"{len(first)} pictures"


def main():
    said = []
    for trial in [disk_full, bad_places, closed_pipes, killed, at_once, grown, same_bytes]:
        with tempfile.TemporaryDirectory() as folder:
            start = time.monotonic()
            told = trial(folder)
            said.append(f"{trial.__name__.replace('_', ' ')} {told + ' ' if told else ''}"
                        f"{time.monotonic() - start:.1f} s")
    if wrong:
        sys.exit("\n".join(wrong))
    print("faults: " + ", ".join(said))


main()
