using System.Globalization;
using System.Text;
using System.Text.Json;
using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// The value at hand as what it should be, on the quick way (<see cref="QuickEventReader"/>); null where it
/// is unusual. The same rules as in <see cref="ValueReader"/>, whose bounds these are.
/// </summary>
internal ref struct QuickValues(Utf8JsonReader json, bool kept)
{
    /// <summary>Octets of a word that the catalogue declares.</summary>
    public const int LongestWord = 64;

    private const int DayLength = 10;

    // A decimal holds 28 digits; a sign and a point are two more.
    private const int LongestNumber = 28;
    private const int LongestCount = 18;

    private Utf8JsonReader json = json;

    public readonly JsonTokenType Token => json.TokenType;

    /// <returns>None: the text is at its end.</returns>
    /// <exception cref="JsonException">What follows is not JSON.</exception>
    public JsonTokenType Next() => json.Read() ? json.TokenType : JsonTokenType.None;

    public bool Skip() => json.TrySkip();

    public readonly bool NameIs(ReadOnlySpan<byte> name) =>
        !json.ValueIsEscaped && Written.SequenceEqual(name);

    public readonly bool Kept => kept;

    /// <summary>A word of a catalogue, to be looked up there.</summary>
    /// <param name="room">For its characters.</param>
    /// <returns>Empty: it is no such word.</returns>
    public readonly ReadOnlySpan<char> Word(Span<char> room)
    {
        var written = Written;
        return json.TokenType == JsonTokenType.String && written.Length <= room.Length && !json.ValueIsEscaped
            ? room[..Encoding.UTF8.GetChars(written, room)] : [];
    }

    public readonly string? Text(int longest = ValueReader.LongestText)
    {
        var written = Written;
        if (json.TokenType != JsonTokenType.String || json.ValueIsEscaped || written.IsEmpty)
        {
            return null;
        }

        var plain = written.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
        var text = plain ? Encoding.Latin1.GetString(written) : Encoding.UTF8.GetString(written);
        return text.Length <= longest && (plain || TextDamage.Find(text) < 0) ? text : null;
    }

    public readonly string? Id() =>
        Identity(ValueReader.LongestId, wide: false) is { } text && text[0] != ' ' && text[^1] != ' '
            ? text : null;

    public readonly string? Source() => Id() is { } text && !text.Contains('/') ? text : null;

    public readonly string? Identifying() => Identity(ValueReader.LongestText, wide: true);

    public readonly DateOnly? Date()
    {
        var written = Written;
        return json.TokenType == JsonTokenType.String && written.Length == DayLength
            && written[4] == '-' && written[7] == '-'
            && Digits(written[..4], out var year) && Digits(written[5..7], out var month)
            && Digits(written[8..], out var day)
            && year >= ValueReader.Earliest.Year && month is >= 1 and <= 12
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;
    }

    public readonly decimal? Number()
    {
        var written = Written;
        if (json.TokenType != JsonTokenType.Number || written.Length > LongestNumber
            || written.ContainsAny((byte)'e', (byte)'E') || written.StartsWith("-0"u8))
        {
            return null;
        }

        // Without trailing zeros, as JsonNumber has it.
        return !written.Contains((byte)'.') && json.TryGetInt64(out var whole) ? whole
            : decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number / 1.0000000000000000000000000000m : null;
    }

    /// <summary>A whole number from 0.</summary>
    public readonly long? Count() =>
        json.TokenType == JsonTokenType.Number && Written.Length <= LongestCount
            && Written.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && json.TryGetInt64(out var count)
            ? count : null;

    public readonly bool? Truth() => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => null,
    };

    /// <summary>An event named by its bare id (same source) or by source and id.</summary>
    public (string? Source, string Id)? Target()
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return Id() is { } bare ? (null, bare) : null;
        }

        string? source = null;
        string? id = null;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (Next() == JsonTokenType.PropertyName)
        {
            var isId = NameIs("id"u8);
            if (isId ? id is not null : source is not null || !NameIs("source"u8))
            {
                return null;
            }

            Next();
            if ((isId ? id = Id() : source = Source()) is null)
            {
                return null;
            }
        }

        return source is not null && id is not null ? (source, id) : null;
    }

    private readonly ReadOnlySpan<byte> Written => json.ValueSpan;

    private readonly string? Identity(int longest, bool wide) =>
        Text(longest) is { } text && (kept || IdentityText.Find(text, wide) is null) ? text : null;

    private static bool Digits(ReadOnlySpan<byte> written, out int number)
    {
        number = 0;
        foreach (var digit in written)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = number * 10 + (digit - '0');
        }

        return true;
    }
}
