import com.adobe.epubcheck.tool.EpubChecker;

/**
 * Checks many books in one Java machine, because starting one costs more than checking a book.
 * Arguments come in pairs: a book, and where its JSON report goes. Works with 4.2 and 5.
 */
public class CheckBooks {
  public static void main(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      int code = new EpubChecker().run(
          new String[] {arguments[i], "-u", "--failonwarnings", "-j", arguments[i + 1]});
      System.out.println("\nCHECKED\t" + code + "\t" + arguments[i]);
    }
  }
}
