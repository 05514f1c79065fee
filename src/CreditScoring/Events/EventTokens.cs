using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>Where a token begins in the text.</summary>
internal readonly record struct Spot(int Offset);

/// <summary>A fault after which the rest of an event cannot be read.</summary>
internal sealed class BrokenEvent(Flaw flaw) : Exception
{
    public Flaw Flaw { get; } = flaw;
}

/// <summary>The tokens of one event in its passage, and nothing after them.</summary>
internal sealed class EventTokens(Passage passage, HashSet<string> names)
{
    /// <summary>Objects and lists nested deeper than this are refused.</summary>
    public const int MaxDepth = 32;

    private readonly JsonTokens tokens = new(
        passage.Source.Text, passage.Start, passage.End, MaxDepth,
        names.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>The token at hand; every number is an <see cref="JsonToken.Integer"/>.</summary>
    public JsonToken Token => tokens.Token;

    /// <summary>Where the present token stands.</summary>
    public Spot Spot => new(tokens.Start);

    public string Text => tokens.Text;

    public bool Truth => tokens.Truth;

    public Place Here => At(Spot);

    /// <summary>Where the value of a property of the event or of its data stands.</summary>
    public Place PlaceOf(string name) =>
        EventLocator.Find(passage, name) ?? EventLocator.FindInData(passage, name)
            ?? passage.At(passage.Start);

    public JsonToken Next()
    {
        try
        {
            return tokens.Next();
        }
        catch (BrokenJson broken)
        {
            throw new BrokenEvent(JsonDocumentReader.Broken(passage.At(broken.Offset), broken.Why));
        }
    }

    /// <summary>Passes over the value at hand, whatever it is.</summary>
    public void Skip()
    {
        var depth = 0;
        do
        {
            depth += Token switch
            {
                JsonToken.StartObject or JsonToken.StartArray => 1,
                JsonToken.EndObject or JsonToken.EndArray => -1,
                _ => 0,
            };
        }
        while (depth > 0 && Next() != JsonToken.None);
    }

    /// <summary>The number at hand.</summary>
    public bool TryNumber(out decimal number, out Wording? flaw) =>
        JsonNumber.TryParse(tokens.Written, out number, out flaw);

    public Place At(Spot spot) => passage.At(spot.Offset);
}
