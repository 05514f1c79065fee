namespace CreditScoring.Law.Scenes;

/// <summary>A list of events that can find those of one kind without looking at the others.</summary>
public interface IByKind
{
    IReadOnlyList<Happening> OfKind(string kind);

    /// <summary>Whether all of them are known: to look through it has no answer otherwise.</summary>
    bool IsWhole { get; }
}

/// <summary>Finds the events of a kind in a list that may know how.</summary>
public static class ByKind
{
    /// <summary>At least the events of the kind; all of them where the list has no index.</summary>
    public static IReadOnlyList<Happening> Of(IReadOnlyList<Happening> list, string kind) =>
        list is IByKind indexed ? indexed.OfKind(kind) : list;
}
