using CreditScoring.Documents;

namespace CreditScoring.Service.Answers;

/// <summary>
/// What an endpoint answers, declared with it: the same shape writes the answer and is its schema, so that
/// neither can be without the other.
/// </summary>
public abstract record AnswerShape(JsonShape Shape);

/// <summary>The answer of an endpoint that gives a <typeparamref name="T"/>.</summary>
public record AnswerShape<T>(JsonShape<T> Own) : AnswerShape(Own);

/// <summary>The answer of an endpoint that gives a list, which can also be had as a table.</summary>
public sealed record ListAnswerShape<TItem>(JsonShape<Page<TItem>> Page, JsonShape<TItem> Item)
    : AnswerShape<Page<TItem>>(Page), IListShape
{
    JsonShape IListShape.Item => Item;
}

/// <summary>A list of items of a shape.</summary>
public interface IListShape
{
    JsonShape Item { get; }
}
