using System.Linq.Expressions;
using CreditScoring.Law.Language;

namespace CreditScoring.Workbench.Conformance;

/// <summary>The fields of a recorded object, as the recording declares their types.</summary>
internal sealed class RecordedShape(string name, IReadOnlyList<(string Name, RuleType Type)> fields)
    : RecordShape(name, typeof(RecordedRow))
{
    public IReadOnlyList<(string Name, RuleType Type)> Fields { get; } = fields;

    public override IEnumerable<string> MemberNames => Fields.Select(each => each.Name);

    public override Member? Find(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == name)
            {
                var (place, type) = (i, Fields[i].Type);
                return new Member(name, type, row => Read(row, place, type));
            }
        }

        return null;
    }

    /// <summary>Code of the value at a place of a row or of the scene.</summary>
    public static Expression Read(Expression holder, int place, RuleType type) =>
        Expression.Convert(
            Expression.Call(holder, nameof(RecordedRow.At), null, Expression.Constant(place)),
            type.Clr);
}
