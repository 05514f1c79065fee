using System.Linq.Expressions;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Scenes;

/// <summary>A record whose members are properties of its CLR type, under the names that rules use.</summary>
public sealed class FixedShape(string name, Type clr, IReadOnlyList<Member> members)
    : RecordShape(name, clr)
{
    public override IEnumerable<string> MemberNames => members.Select(member => member.Name);

    public override Member? Find(string name) => members.FirstOrDefault(member => member.Name == name);

    /// <summary>A member that reads a property.</summary>
    public static Member Of(string name, RuleType type, string property) =>
        new(name, type, record => Expression.Property(record, property));
}
