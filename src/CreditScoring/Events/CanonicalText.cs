using System.Globalization;
using System.Text;

namespace CreditScoring.Events;

/// <summary>Writes values in the one way in which canonical text has them.</summary>
internal sealed class CanonicalText
{
    /// <summary>Characters; a larger room is not kept.</summary>
    private const int MostSpared = 16_384;

    [ThreadStatic]
    private static StringBuilder? spare;

    private readonly StringBuilder text;
    private bool first = true;

    // Written of every event: the room is used again.
    public CanonicalText()
    {
        text = spare ?? new StringBuilder(1024);
        spare = null;
    }

    public CanonicalText Open(char bracket)
    {
        text.Append(bracket);
        first = true;
        return this;
    }

    public CanonicalText Close(char bracket)
    {
        text.Append(bracket);
        first = false;
        return this;
    }

    public CanonicalText Item()
    {
        if (!first)
        {
            text.Append(',');
        }

        first = false;
        return this;
    }

    public CanonicalText Name(string name)
    {
        Item().Quoted(name).text.Append(':');
        return this;
    }

    public CanonicalText Text(string name, string? value) =>
        value is null ? this : Name(name).Quoted(value);

    public CanonicalText Day(string name, DateOnly? day) =>
        day is { } known ? Name(name).Day(known) : this;

    public CanonicalText Day(DateOnly day) =>
        Quoted(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Without trailing zeros and exponent, so that 1.0 and 1 are one number.</summary>
    public CanonicalText Number(decimal number)
    {
        const string Places = "0.############################";
        text.Append(number.ToString(Places, CultureInfo.InvariantCulture));
        return this;
    }

    public CanonicalText Truth(bool value)
    {
        text.Append(value ? "true" : "false");
        return this;
    }

    public CanonicalText Null()
    {
        text.Append("null");
        return this;
    }

    /// <summary>
    /// An event's texts have no control characters, so two escapes are all there are.
    /// </summary>
    public CanonicalText Quoted(string value)
    {
        text.Append('"');
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAny('"', '\\'); at >= 0; at = rest.IndexOfAny('"', '\\'))
        {
            text.Append(rest[..at]).Append('\\').Append(rest[at]);
            rest = rest[(at + 1)..];
        }

        text.Append(rest).Append('"');
        return this;
    }

    /// <summary>All of it; nothing can be written after that.</summary>
    public string End()
    {
        var written = text.ToString();
        if (text.Capacity <= MostSpared)
        {
            spare = text.Clear();
        }

        return written;
    }
}
