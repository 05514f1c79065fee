using System.Text;
using CreditScoring.Documents;
using CreditScoring.Service.Intake;

namespace CreditScoring.Service.Api;

/// <summary>The body of a request that says a few things, as one JSON object.</summary>
internal static class ShortBody
{
    /// <summary>Characters.</summary>
    private const int Longest = 10_000;

    /// <summary>With its mark, which is passed over; a mark of another encoding leads into none.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    /// <exception cref="BodyDamaged">It cannot be unpacked.</exception>
    /// <exception cref="BadHttpRequestException">It is longer than it may be (413).</exception>
    /// <param name="longest">Characters that are read.</param>
    public static async Task<string> ReadAsync(
        HttpRequest request, CancellationToken gone, int longest = Longest)
    {
        using var reader = new StreamReader(request.Body, Utf8, detectEncodingFromByteOrderMarks: false);
        var room = new char[longest + 1];
        try
        {
            var read = await reader.ReadBlockAsync(room, gone);
            return read <= longest ? new string(room, 0, read) : throw new BadHttpRequestException(
                $"more than {longest} characters", StatusCodes.Status413PayloadTooLarge);
        }
        catch (InvalidDataException damaged)
        {
            throw new BodyDamaged(damaged);
        }
    }

    /// <summary>The object of a body, to be read; null: it is none, and the flaw is told.</summary>
    public static ObjectReader? Object(string body, ICollection<Flaw> flaws)
    {
        if (JsonDocumentReader.Read(new SourceText("body", body), out var broken) is not { } piece)
        {
            flaws.Add(broken!);
            return null;
        }

        return new ObjectReader(piece, flaws);
    }

    /// <summary>Its texts of these names; each of them has to be there, and no other.</summary>
    /// <returns>Null: it has flaws.</returns>
    public static string[]? Texts(string body, ICollection<Flaw> flaws, params string[] names)
    {
        if (Object(body, flaws) is not { } reader)
        {
            return null;
        }

        string[] texts = [.. names.Select(name => reader.RequireText(name) ?? "")];
        reader.Close();
        return flaws.Count == 0 ? texts : null;
    }
}
