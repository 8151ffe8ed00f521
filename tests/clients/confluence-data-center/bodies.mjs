export const storage = (value) => ({ storage: { value, representation: 'storage' } });
