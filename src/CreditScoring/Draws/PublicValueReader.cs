using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>What somebody brings as the public value -> the value in the one form that was named.</summary>
public static class PublicValueReader
{
    /// <param name="source">Which value was named before the draw.</param>
    /// <param name="text">
    /// Of drand the round as JSON, as a relay answers it; of a lottery its numbers in any order and with
    /// zeros in front; else the value.
    /// </param>
    /// <param name="flaw">Why it is not that value; null: it is, or none was named and none is given.</param>
    public static PublicValue? Read(PublicSource source, SourceText text, out Wording? flaw)
    {
        if (source.Kind == PublicKind.Drand)
        {
            return Round(source, text, out flaw);
        }

        var written = source.Kind == PublicKind.Lottery ? Sorted(text.Text) : text.Text.Trim();
        flaw = source.FlawOf(written);
        return flaw is not null || source.Kind == PublicKind.None
            ? null : new PublicValue(written, null, null);
    }

    private static PublicValue? Round(PublicSource source, SourceText text, out Wording? flaw)
    {
        var piece = JsonDocumentReader.Read(text, out var broken);
        if (piece is null)
        {
            flaw = new Wording(broken!.In("zh"), broken.In("en"));
            return null;
        }

        var signed = Hex.TryRead(piece["signature"]?.Text, source.Chain!.SignatureOctets, out var signature);
        var value = new PublicValue(
            $"{Digest.Of(signature)}", piece["signature"]?.Text,
            source.Chain.IsChained ? piece["previous_signature"]?.Text : null);
        var isThat = signed && piece["round"]?.Number == source.Round
            && (piece["randomness"] is not { Text: { } said } || said == value.Value)
            && (!source.Chain.IsChained || Hex.TryRead(value.Previous, source.Chain.SignatureOctets, out _));
        flaw = isThat ? null : NotTheRound(text.File, source.Chain.Name, source.Round!.Value);
        return isThat ? value : null;
    }

    private static Wording NotTheRound(string file, string chain, long round) => new(
        $"{file} 不是 {chain} 第 {round} 轮：轮次、签名或其散列不符",
        $"{file} is not round {round} of {chain}: its number, its signature or the digest of that differs");

    /// <summary>Numbers of a lottery in their one form: 08 03 + 12 is 3 8 12.</summary>
    private static string Sorted(string numbers) => string.Join(' ',
        string.Concat(numbers.Select(each => char.IsAsciiDigit(each) ? each : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(digits => digits.TrimStart('0')).Select(digits => digits.Length == 0 ? "0" : digits)
            .OrderBy(digits => digits.Length).ThenBy(digits => digits, StringComparer.Ordinal));
}
