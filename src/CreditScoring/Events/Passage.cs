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
    public ReadOnlySpan<char> Characters => Source.Text.AsSpan(Start, End - Start);

    public Place At(int offset)
    {
        var place = Source.At(offset);
        return place with { Line = place.Line + FirstLine - 1 };
    }

    /// <summary>
    /// The offset of a line (from 1) and position (from 0) counted in the passage.
    /// </summary>
    public int OffsetOf(int line, int position) =>
        line <= 1 ? Math.Min(End, Start + position)
            : Math.Min(End, Source.OffsetOf(Source.At(Start).Line + line - 1, position + 1));
}

/// <summary>Hands a passage to a reader of text without copying it first.</summary>
internal sealed class PassageReader(Passage passage) : TextReader
{
    private int next = passage.Start;

    public override int Peek() => next < passage.End ? passage.Source.Text[next] : -1;

    public override int Read() => next < passage.End ? passage.Source.Text[next++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, passage.End - next);
        passage.Source.Text.CopyTo(next, buffer, index, taken);
        next += taken;
        return taken;
    }
}
