using System.Text;

namespace CreditScoring.Service.Tests.Given;

/// <summary>An event in GB18030, as a spreadsheet saves it.</summary>
internal static class Gbk
{
    /// <summary>Its document number is 中 or, for other ids, 丁, with the number of a resident.</summary>
    public static byte[] Line(string id)
    {
        var text = Sent.Failed("e", "2025-07-01").With("document", "@ 113101198506150097").ToJsonString();
        byte[] word = id == "e1" ? [0xD6, 0xD0] : [0xB6, 0xA1];
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return [.. Encoding.ASCII.GetBytes(text[..at]), .. word, .. Encoding.ASCII.GetBytes(text[(at + 1)..])];
    }
}
