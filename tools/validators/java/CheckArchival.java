import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Runs the veraPDF engine over files: each argument names the flavours and the file, "2a,ua1=FILE".
 * Prints tab-separated lines: RESULT flavour checks failed-rules file, then for each failed rule
 * RULE flavour clause occurrences message file. A file that cannot be parsed gives BROKEN.
 */
public class CheckArchival {
  public static void main(String[] arguments) throws Exception {
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    for (String argument : arguments) {
      int cut = argument.indexOf('=');
      for (String name : argument.substring(0, cut).split(",")) {
        // byFlavourId, for fromString guesses: it takes "wt1a" for "1a".
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        if (flavour == null || flavour == PDFAFlavour.NO_FLAVOUR) {
          throw new IllegalArgumentException("no such flavour: " + name);
        }
        check(flavour, name, argument.substring(cut + 1));
      }
    }
  }

  private static void check(PDFAFlavour flavour, String name, String path) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour)) {
      ValidationResult result = Foundries.defaultInstance()
          .createValidator(flavour, 50, false, true, false).validate(parser);
      Map<RuleId, String> messages = new LinkedHashMap<>();
      for (TestAssertion one : result.getTestAssertions()) {
        if (one.getStatus() == TestAssertion.Status.FAILED) {
          String message = one.getErrorMessage() != null ? one.getErrorMessage() : one.getMessage();
          messages.putIfAbsent(one.getRuleId(), message);
        }
      }
      line("RESULT", name, result.getTotalAssertions(), result.getFailedChecks().size(), path);
      for (Map.Entry<RuleId, Integer> rule : result.getFailedChecks().entrySet()) {
        String clause = rule.getKey().getClause() + "-" + rule.getKey().getTestNumber();
        line("RULE", name, clause, rule.getValue(), messages.get(rule.getKey()), path);
      }
    } catch (Exception problem) {
      line("BROKEN", name, problem, path);
    }
  }

  private static void line(Object... cells) {
    StringBuilder text = new StringBuilder();
    for (Object cell : cells) {
      text.append(text.length() == 0 ? "" : "\t")
          .append(String.valueOf(cell).replaceAll("\\s+", " "));
    }
    System.out.println(text);
  }
}
