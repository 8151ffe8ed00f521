namespace Tributary.Emulator;

public enum EmulatedDeployment
{
    Cloud,
    DataCenter,
}
