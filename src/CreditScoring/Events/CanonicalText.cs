using System.Globalization;
using System.Text;

namespace CreditScoring.Events;

/// <summary>Writes values in the one way in which canonical text has them.</summary>
internal sealed class CanonicalText
{
    private readonly StringBuilder text = new(512);
    private bool first = true;

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
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                text.Append('\\');
            }

            text.Append(character);
        }

        text.Append('"');
        return this;
    }

    public override string ToString() => text.ToString();
}
