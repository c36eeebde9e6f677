/// The script of an exported lesson: it judges predictions and numbers, and draws back the curtain of the picture that answers.
enum LessonScript {
  static let text = #"""
    // The words behind a mark: "Right. ", or none for what is no answer yet.
    function say(form, kind, mark, words) {
      var line = form.querySelector(".feedback");
      line.className = "feedback " + kind;
      line.textContent = "";
      var bold = document.createElement("b");
      bold.textContent = mark;
      line.appendChild(bold);
      line.appendChild(document.createTextNode(words));
    }
    function uncover(form) {
      var curtain = document.querySelector('[data-figure="' + form.dataset.shows + '"]');
      if (curtain) curtain.open = true;
    }
    function reveal(form) {
      var answer = form.parentElement.querySelector(".answer");
      if (answer) answer.open = true;
      uncover(form);
    }
    // Numbers as they are written: 0.2, .2, 2e-1, 1/5, 4*0.05, 20 %, 2×10⁻¹, 0,2.
    function readings(text, unit) {
      var raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
      var plain = text.trim().replace(/^.*[=≈~]/, "").replace(/−/g, "-").replace(/\s+/g, "")
        .replace(/[×·*]10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/g, function (all, power) {
          return "e" + Array.from(power).map(function (c) { return "0123456789-"[raised.indexOf(c)]; }).join("");
        }).replace(/[*]10\^\(?(-?\d+)\)?/g, "e$1").replace(/(steps|updates|times)$/i, "");
      unit = (unit || "").replace(/\s+/g, "");
      if (unit && plain.toLowerCase().endsWith(unit.toLowerCase())) plain = plain.slice(0, -unit.length);
      var texts = plain.indexOf(",") < 0 ? [plain] : [plain.replace(",", "."), plain.replace(/,/g, "")];
      return texts.map(function (one) {
        var value = 1, rest = one.replace(/[×·]/g, "*"), isPercent = /%$/.test(rest);
        if (!/^[-+]?[\d.]+(e[-+]?\d+)?([*\/][\d.]+(e[-+]?\d+)?)*%?$/i.test(rest)) return NaN;
        ("*" + rest.replace("%", "")).replace(/([*\/])([^*\/]+)/g, function (all, sign, number) {
          value = sign === "*" ? value * number : value / number;
        });
        return isPercent ? value / 100 : value;
      }).filter(isFinite);
    }
    function judgeChoice(form) {
      var chosen = form.querySelector("input:checked");
      if (!chosen) return say(form, "", "", "Choose one of them first.");
      if (chosen.dataset.right === "true") {
        say(form, "right", "Right. ", chosen.dataset.why);
        uncover(form);
      } else {
        say(form, "wrong", "Not so. ", chosen.dataset.why);
        reveal(form);
      }
    }
    function judgeNumber(form) {
      var numbers = readings(form.querySelector("input").value, form.dataset.unit), answer = +form.dataset.answer;
      if (!numbers.length) return say(form, "", "", "Write a number, such as 0.2, 2e-1 or 1/5.");
      var isRight = numbers.some(function (number) {
        return Math.abs(number - answer) <= +form.dataset.margin + 1e-9 * Math.abs(answer);
      });
      if (isRight) {
        say(form, "right", "Right. ", form.dataset.why);
        return uncover(form);
      }
      say(form, "wrong", "Not yet. ", numbers[0] + " is too " + (numbers[0] < answer ? "low." : "high."));
      form.dataset.tries = +(form.dataset.tries || 0) + 1;
      if (form.dataset.tries >= 3) reveal(form);
    }
    document.addEventListener("submit", function (event) {
      event.preventDefault();
      var form = event.target;
      if (form.dataset.answer) judgeNumber(form); else judgeChoice(form);
    });
    """#
}
