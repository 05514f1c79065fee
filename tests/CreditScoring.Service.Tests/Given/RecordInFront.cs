using System.Reflection;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// Stands before the real record, whatever its port asks, and does something first: waits, or fails.
/// </summary>
public class RecordInFront : DispatchProxy
{
    private IRecord record = null!;
    private Func<string, Task> first = null!;
    private Action<string, object?>? firstOfWork;
    private Func<string, object?[], Task?>? instead;

    /// <param name="first">What happens before a call; it is given the name of what is called.</param>
    /// <param name="firstOfWork">What happens before a call of a piece of work; it is given the name
    /// and the first argument.</param>
    public static Action<IServiceCollection> Doing(
        Func<string, Task> first, Action<string, object?>? firstOfWork = null) => services =>
    {
        var real = services.Last(service => service.ServiceType == typeof(IRecord));
        // Under a key it is still made and closed by the host.
        services.AddKeyedSingleton("real", (all, _) => (IRecord)real.ImplementationFactory!(all));
        services.AddSingleton(all =>
        {
            var proxy = Create<IRecord, RecordInFront>();
            ((RecordInFront)(object)proxy).record = all.GetRequiredKeyedService<IRecord>("real");
            ((RecordInFront)(object)proxy).first = first;
            ((RecordInFront)(object)proxy).firstOfWork = firstOfWork;
            return proxy;
        });
    };

    /// <summary>Answers some calls of one kind itself.</summary>
    /// <param name="answer">Given the arguments; null: the real record is asked.</param>
    public static Action<IServiceCollection> Answering(string name, Func<object?[], Task?> answer) => services =>
    {
        Doing(_ => Task.CompletedTask)(services);
        var front = services.Last(service => service.ServiceType == typeof(IRecord));
        services.AddSingleton(all =>
        {
            var proxy = (IRecord)front.ImplementationFactory!(all);
            ((RecordInFront)(object)proxy).instead = (asked, arguments) => asked == name ? answer(arguments) : null;
            return proxy;
        });
    };

    protected override object? Invoke(MethodInfo? asked, object?[]? arguments)
    {
        if (instead?.Invoke(asked!.Name, arguments ?? []) is { } own)
        {
            return own;
        }

        var answer = asked!.ReturnType;
        if (answer == typeof(Task))
        {
            return AfterAsync(asked, arguments);
        }

        if (!answer.IsGenericType || answer.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return asked.Invoke(record, arguments);
        }

        return typeof(RecordInFront).GetMethods(BindingFlags.NonPublic | BindingFlags.Instance)
            .Single(each => each is { Name: nameof(AfterAsync), IsGenericMethod: true })
            .MakeGenericMethod(answer.GetGenericArguments()).Invoke(this, [asked, arguments]);
    }

    private async Task AfterAsync(MethodInfo asked, object?[]? arguments)
    {
        await first(asked.Name);
        await (Task)asked.Invoke(record, arguments)!;
    }

    private async Task<T> AfterAsync<T>(MethodInfo asked, object?[]? arguments)
    {
        await first(asked.Name);
        var answer = await (Task<T>)asked.Invoke(record, arguments)!;
        return answer is IRecordWork work && firstOfWork is not null
            ? (T)WorkInFront.Of(work, firstOfWork) : answer;
    }
}
