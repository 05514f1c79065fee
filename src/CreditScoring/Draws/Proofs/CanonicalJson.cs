using System.Globalization;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Draws.Proofs;

/// <summary>
/// JSON in the one form that a proof has: members in their order, one blank for each level, no escapes but
/// those that JSON demands, a line feed at the end. Python's <c>json.dumps(x, indent=1,
/// ensure_ascii=False) + "\n"</c> writes the same octets.
/// </summary>
public static class CanonicalJson
{
    public static string Of<T>(JsonShape<T> shape, T value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { CloseOutput = false })
        {
            (json.Formatting, json.Indentation) = (Formatting.Indented, 1);
            shape.Write(json, value);
        }

        text.Write('\n');
        return text.ToString();
    }
}
