namespace CreditScoring.Service.Tests.Given;

/// <summary>One server for all tests that do not harm it; each test has a database of its own.</summary>
public static class SharedPostgres
{
    private static readonly Lock Door = new();
    private static Task<PostgresServer>? server;

    public static Task<PostgresServer> Server
    {
        get
        {
            lock (Door)
            {
                return server ??= PostgresServer.StartAsync();
            }
        }
    }

    public static async Task StopAsync()
    {
        if (server is { IsCompletedSuccessfully: true })
        {
            await (await server).DisposeAsync();
        }
    }
}
