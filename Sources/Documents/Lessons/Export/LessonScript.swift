/// The script of an exported lesson: it judges predictions and numbers, and draws back the curtain of the picture that answers.
enum LessonScript {
  static let text = #"""
    function say(form, isRight, words) {
      var line = form.querySelector(".feedback");
      line.className = "feedback " + (isRight ? "right" : "wrong");
      line.textContent = "";
      var mark = document.createElement("b");
      mark.textContent = isRight ? "Right. " : form.dataset.shows ? "Not so. " : "Not yet. ";
      line.appendChild(mark);
      line.appendChild(document.createTextNode(words));
    }
    function uncover(form) {
      var curtain = document.querySelector('[data-figure="' + form.dataset.shows + '"]');
      if (curtain) curtain.open = true;
    }
    function reveal(form) {
      var answer = form.parentElement.querySelector(".answer");
      if (answer) answer.open = true;
    }
    // Numbers as they are written: 0.2, .2, 2e-1, 1/5, 20 %, 2×10⁻¹, 0,2.
    function readings(text) {
      var raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
      var plain = text.trim().replace(/^.*[=≈~]/, "").replace(/−/g, "-").replace(/\s+/g, "")
        .replace(/[×·*]10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/g, function (all, power) {
          return "e" + Array.from(power).map(function (c) { return "0123456789-"[raised.indexOf(c)]; }).join("");
        }).replace(/[*]10\^\(?(-?\d+)\)?/g, "e$1").replace(/(steps|updates|times)$/i, "");
      var texts = plain.indexOf(",") < 0 ? [plain] : [plain.replace(",", "."), plain.replace(/,/g, "")];
      return texts.map(function (one) {
        var match = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:\/(\d+\.?\d*|\.\d+))?(%?)$/i.exec(one);
        return match ? match[1] / (match[2] || 1) / (match[3] ? 100 : 1) : NaN;
      }).filter(isFinite);
    }
    function judgeChoice(form) {
      var chosen = form.querySelector("input:checked");
      if (!chosen) return say(form, false, "Choose one of them first.");
      say(form, chosen.dataset.right === "true", chosen.dataset.why);
      if (chosen.dataset.right !== "true") reveal(form);
      uncover(form);
    }
    function judgeNumber(form) {
      var numbers = readings(form.querySelector("input").value), answer = +form.dataset.answer;
      if (!numbers.length) return say(form, false, "Write a number, such as 0.2, 2e-1 or 1/5.");
      var isRight = numbers.some(function (number) {
        return Math.abs(number - answer) <= +form.dataset.margin + 1e-9 * Math.abs(answer);
      });
      if (isRight) return say(form, true, form.dataset.why);
      say(form, false, numbers[0] + " is too " + (numbers[0] < answer ? "low." : "high."));
      form.dataset.tries = +(form.dataset.tries || 0) + 1;
      if (form.dataset.tries >= 3) reveal(form);
    }
    document.addEventListener("submit", function (event) {
      event.preventDefault();
      var form = event.target;
      if (form.dataset.shows) judgeChoice(form); else judgeNumber(form);
    });
    """#
}
