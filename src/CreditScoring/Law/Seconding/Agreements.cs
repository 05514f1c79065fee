using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Seconding;

/// <summary>
/// What both engines came to for one text, lately and for facts that many files share: a text that looks for
/// serious listings finds none in nearly every file, and the second engine need not say so of each.
/// </summary>
/// <typeparam name="T">What the text comes to.</typeparam>
/// <param name="text">The text, by the first engine.</param>
/// <param name="eventsAt">Place of <c>events</c> among the names that it reads; -1: it is not among
/// them.</param>
internal sealed class Agreements<T>(Formula text, int eventsAt)
{
    /// <summary>Of the facts that many share; a power of two.</summary>
    private const int Shared = 256;

    private readonly Lazy<AgreedAnswer<T>?[]> shared = new(() => new AgreedAnswer<T>?[Shared]);
    private volatile AgreedAnswer<T>? last;
    private volatile AgreedAnswer<T>? ofNothing;

    /// <summary>Whether both have come to this for these very facts.</summary>
    public bool Have(ReadOnlySpan<object?> facts, T said)
    {
        if (LooksAtNothing(facts))
        {
            return ofNothing is { } nothing && nothing.Says(said);
        }

        return !text.ReadsTheMoment && ((last is { } known && known.Covers(facts, said))
            || (shared.IsValueCreated && Volatile.Read(ref shared.Value[PlaceOf(facts)]) is { } common
                && common.Covers(facts, said)));
    }

    public void Keep(ReadOnlySpan<object?> facts, T said)
    {
        if (LooksAtNothing(facts))
        {
            ofNothing = new AgreedAnswer<T>([], said);
        }
        else if (!text.ReadsTheMoment)
        {
            var agreed = last = new AgreedAnswer<T>(facts, said, eventsAt, text.KindsLookedAt);
            if (agreed.IsOfAnyFile)
            {
                Volatile.Write(ref shared.Value[PlaceOf(facts)], agreed);
            }
        }
    }

    /// <summary>Then no other fact matters.</summary>
    private bool LooksAtNothing(ReadOnlySpan<object?> facts) =>
        text.HangsOnEvents && eventsAt >= 0 && Look.FindsNothing(facts[eventsAt], text.KindsLookedAt);

    private static int PlaceOf(ReadOnlySpan<object?> facts)
    {
        var hash = default(HashCode);
        foreach (var fact in facts)
        {
            hash.Add(fact is ValueType or string or Night ? fact : null);
        }

        return hash.ToHashCode() & (Shared - 1);
    }
}
