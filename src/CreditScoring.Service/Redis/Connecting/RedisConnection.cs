using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Connecting;

/// <summary>
/// One connection to Redis, made when first used and again after each failure. A server that is
/// gone, hung, or loading is a <see cref="RedisUnavailable"/> within a stated time, never a wait
/// without end.
/// </summary>
/// <remarks>
/// What the client needs to be told, gathered here and in <see cref="RedisAddress"/>: a read that
/// blocks goes through Execute and holds up all who share its connection, so each reader has its
/// own; its time-outs are looked at once a second and not while it connects; disposing may block.
/// </remarks>
public sealed class RedisConnection(RedisAddress address) : IAsyncDisposable
{
    private readonly SemaphoreSlim connecting = new(1, 1);
    private ConnectionMultiplexer? current;

    public Task<RedisResult> AskAsync(string command, params object[] arguments) =>
        AskAsync(TimeSpan.Zero, command, arguments);

    /// <param name="blocks">How long the command itself may wait at the server.</param>
    /// <exception cref="RedisUnavailable">No answer; whether the server did it is not
    /// known.</exception>
    public Task<RedisResult> AskAsync(TimeSpan blocks, string command, params object[] arguments) =>
        Try(blocks, database => database.ExecuteAsync(command, arguments));

    /// <summary>Asks, and reads the answer.</summary>
    /// <exception cref="RedisUnavailable">Also: the answer has a form that is not known.</exception>
    public async Task<T> ReadAsync<T>(
        TimeSpan blocks, Func<RedisResult, T> read, string command, params object[] arguments) =>
        Read(read, command, await AskAsync(blocks, command, arguments));

    /// <summary>Whatever a server answers, it is a fault of Redis and of nobody else.</summary>
    public static T Read<T>(Func<RedisResult, T> read, string command, RedisResult answer)
    {
        try
        {
            return read(answer);
        }
        catch (Exception unknown) when (unknown is InvalidCastException or NullReferenceException
            or ArgumentException or FormatException or OverflowException
            or IndexOutOfRangeException or InvalidOperationException or KeyNotFoundException)
        {
            throw new RedisUnavailable(
                $"Redis answers {command} in a form that is not known", unknown);
        }
    }

    /// <summary>Runs a script as one step; it is sent in full only to a server that does not know
    /// it.</summary>
    public Task<RedisResult> RunAsync(
        string script, RedisKey[] keys, params RedisValue[] values) => Try(
            TimeSpan.Zero, database => database.ScriptEvaluateAsync(script, keys, values));

    /// <summary>Many commands at once; all have been answered when this is done.</summary>
    public async Task<IReadOnlyList<RedisResult>> AskAllAsync(
        string command, IEnumerable<object[]> arguments) =>
        await Try(TimeSpan.Zero, database => Task.WhenAll(
            [.. arguments.Select(each => database.ExecuteAsync(command, each))]));

    public ValueTask DisposeAsync()
    {
        Drop(current);
        return ValueTask.CompletedTask;
    }

    private async Task<T> Try<T>(TimeSpan blocks, Func<IDatabase, Task<T>> ask)
    {
        var multiplexer = await ConnectAsync();
        try
        {
            return await ask(multiplexer.GetDatabase()).WaitAsync(blocks + address.Patience);
        }
        catch (Exception refused) when (refused is RedisServerException or RedisCommandException)
        {
            throw new RedisUnavailable(refused.Message, refused);
        }
        catch (Exception lost) when (IsLoss(lost))
        {
            Drop(multiplexer);
            throw new RedisUnavailable(Sentence(lost), lost);
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        if (Volatile.Read(ref current) is { } ready)
        {
            return ready;
        }

        await connecting.WaitAsync();
        try
        {
            if (current is null)
            {
                var made = await ConnectionMultiplexer
                    .ConnectAsync(address.Options()).WaitAsync(address.Patience * 2);
                RefuseOld(made);
                Volatile.Write(ref current, made);
            }

            return current;
        }
        catch (Exception lost) when (IsLoss(lost) || lost is RedisServerException)
        {
            throw new RedisUnavailable(Sentence(lost), lost);
        }
        finally
        {
            connecting.Release();
        }
    }

    private static void RefuseOld(ConnectionMultiplexer made)
    {
        var oldest = made.GetServers().Where(server => server.IsConnected)
            .Min(server => server.Version);
        if (oldest is not null && oldest < RedisAddress.Lowest)
        {
            _ = Task.Run(() => made.Close(allowCommandsToComplete: false));
            throw new RedisUnavailable($"Redis {oldest} is too old: name a server of version "
                + $"{RedisAddress.Lowest} or newer; until then events are taken by HTTP and folder");
        }
    }

    private void Drop(ConnectionMultiplexer? multiplexer)
    {
        if (multiplexer is not null
            && Interlocked.CompareExchange(ref current, null, multiplexer) == multiplexer)
        {
            // Elsewhere, since it may block for as long as the server hangs.
            _ = Task.Run(() => multiplexer.Close(allowCommandsToComplete: false));
        }
    }

    private static bool IsLoss(Exception thrown) => thrown is RedisConnectionException
        or TimeoutException or ObjectDisposedException or OperationCanceledException
        or System.IO.IOException or System.Net.Sockets.SocketException or InvalidOperationException;

    /// <summary>Only the first sentence: the client's own goes on with its counters.</summary>
    private static string Sentence(Exception lost) => lost is TimeoutException
        ? "Redis does not answer" : $"Redis cannot be reached: {lost.Message.Split(';', '\n')[0]}";
}
