using System.Linq.Expressions;

namespace CreditScoring.Law.Language;

/// <summary>A member of a record and how to read it from an expression of the record's CLR type.</summary>
public sealed record Member(string Name, RuleType Type, Func<Expression, Expression> Read)
{
    /// <summary>
    /// Where it is a day that may lie beyond the calendar: how it is read as a
    /// <see cref="BoundedDay"/>; null: it is not.
    /// </summary>
    public Func<Expression, Expression>? ReadBounded { get; init; }

    /// <summary>What people call it; null: the catalogue does not say.</summary>
    public Documents.Wording? Label { get; init; }

    /// <summary>The unit of a number, such as <c>yuan</c>; null: it has none.</summary>
    public string? Unit { get; init; }
}

/// <summary>
/// The members that rule text may read of a record: an event, an entry, a row of a table. Reading a
/// member of a missing record gives a missing value.
/// </summary>
public abstract class RecordShape(string name, Type clr)
{
    /// <summary>What messages call it, such as <c>event</c>.</summary>
    public string Name { get; } = name;

    public Type Clr { get; } = clr;

    public abstract IEnumerable<string> MemberNames { get; }

    /// <summary>The member of exactly this name, or null.</summary>
    public abstract Member? Find(string name);

    /// <summary>Whether it has something of this name that no rule may read.</summary>
    public virtual bool IsClosed(string name) => false;

    /// <summary>
    /// What is known of the record once its text member <paramref name="member"/> is one of
    /// <paramref name="values"/>: an event whose kind is pinned has that kind's required fields.
    /// </summary>
    public virtual RecordShape Narrow(string member, IReadOnlySet<string> values) => this;

    /// <summary>
    /// Code of a list that has at least those items of <paramref name="list"/> whose text member is
    /// one of <paramref name="values"/>, and few others; null where only looking at all finds them.
    /// </summary>
    public virtual Expression? Only(Expression list, string member, IReadOnlySet<string> values) => null;
}
