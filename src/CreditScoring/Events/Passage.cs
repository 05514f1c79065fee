using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>The stretch of a text in which one event stands.</summary>
/// <param name="Source">The whole text.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="FirstLine">
/// The number of the text's first line: a line of a stream has its own.
/// </param>
internal readonly record struct Passage(SourceText Source, int Start, int End, int FirstLine)
{
    /// <summary>In which form the event stands there.</summary>
    public Envelope Envelope { get; init; } = Envelope.Own;

    public ReadOnlySpan<char> Characters => Source.Text.AsSpan(Start, End - Start);

    public Place At(int offset)
    {
        var place = Source.At(offset);
        return place with { Line = place.Line + FirstLine - 1 };
    }
}
